package io.opalmind.cli.completion;

import java.util.ArrayList;
import java.util.List;

/** The words as functions of zsh: one a command, which tells {@code _arguments} what it takes. */
final class ZshTables {
    private static final String END = " && ret=0";

    private final Vocabulary vocabulary;
    private final Lines lines = new Lines();

    ZshTables(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String text() {
        reports();
        columns();
        List<OptionWords> shared = vocabulary.shared();
        lines.add("# The options that every command takes.")
                .add("_opalmind_read_shared() {")
                .add("  _opalmind_shared=(");
        shared.forEach(this::option);
        lines.add("  )").add("}").add("");
        for (CommandWords command : vocabulary.commands()) {
            List<OptionWords> own = new ArrayList<>(command.options());
            own.removeAll(shared);
            command(command, own);
        }
        return lines.toString();
    }

    private void reports() {
        lines.add("_opalmind_report() {").add("  local -a reports=(");
        for (ReportWords report : vocabulary.reports()) {
            lines.add("    " + quoted(report.name() + ":" + escaped(report.description(), ":\\")));
        }
        lines.add("  )").add("  _describe -t reports report reports").add("}").add("");
    }

    private void columns() {
        lines.add("# The columns of the report that the line names, or of all: into reply.")
                .add("_opalmind_read_columns() {");
        List<String> names =
                vocabulary.reports().stream().map(ReportWords::name).toList();
        lines.broken("  local -a names=(", names, " ", ")", "    ")
                .add("  local -a named=(${_opalmind_words:*names})")
                .add("  case $named[1] in");
        for (ReportWords report : vocabulary.reports()) {
            lines.broken("    (" + report.name() + ") reply=(", report.columns(), " ", ") ;;", "      ");
        }
        lines.broken("    (*) reply=(", vocabulary.columns(), " ", ") ;;", "      ")
                .add("  esac")
                .add("}")
                .add("");
    }

    private void command(CommandWords command, List<OptionWords> own) {
        lines.add(function(command) + "() {")
                .add("  local curcontext=$curcontext state ret=1")
                .add("  local -a line")
                .add("  local -A opt_args")
                .add("  _arguments -C -s -S $_opalmind_shared \\");
        for (OptionWords option : own) {
            option(option, " \\");
        }
        if (command.commands().isEmpty()) {
            Values argument = command.argument();
            lines.add("    " + (argument == null ? "" : quoted("1:" + value(command.argumentLabel(), argument))) + END);
        } else {
            below(command);
        }
        lines.add("  return ret").add("}").add("");
    }

    private void below(CommandWords command) {
        lines.add("    '(-)1: :->command' '(-)*:: :->arguments'" + END)
                .add("  case $state in")
                .add("    (command)")
                .add("      local -a commands=(");
        List<CommandWords> all = vocabulary.below(command);
        for (CommandWords below : all) {
            lines.add("        " + quoted(below.name() + ":" + escaped(below.description(), ":\\")));
        }
        lines.add("      )")
                .add("      _describe -t commands command commands" + END)
                .add("      ;;")
                .add("    (arguments)");
        lines.add("      _opalmind_leave_out_given");
        lines.add("      curcontext=${curcontext%:*}-$line[1]:").add("      case $line[1] in");
        for (CommandWords below : all) {
            lines.add("        (" + below.name() + ") " + function(below) + END + " ;;");
        }
        lines.add("      esac").add("      ;;").add("  esac");
    }

    private static String function(CommandWords command) {
        return command.path().isEmpty()
                ? "_opalmind_command"
                : "_opalmind_" + command.path().replace(' ', '_');
    }

    private void option(OptionWords option) {
        option(option, "");
    }

    /** A line for each name; all names of one option exclude each other. */
    private void option(OptionWords option, String end) {
        boolean alone = option.names().size() == 1;
        String group = option.repeated() ? "*" : alone ? "" : "(" + String.join(" ", option.names()) + ")";
        for (String name : option.names()) {
            lines.add("    "
                    + quoted(group + name + mark(option, name) + "[" + escaped(option.description(), "[]:\\") + "]"
                            + value(option))
                    + end);
        }
    }

    /** How a name and its value are written: in one word or two, and with {@code =} behind long names. */
    private static String mark(OptionWords option, String name) {
        if (option.values() == null) {
            return "";
        }
        return (name.startsWith("--") ? "=" : "+") + (option.valueOptional() ? "-" : "");
    }

    private static String value(OptionWords option) {
        Values values = option.values();
        if (values == null) {
            return "";
        }
        return (option.valueOptional() ? "::" : ":") + value(option.label(), values);
    }

    /** What is taken, and how it is completed. A blank before an action keeps _arguments from adding to it. */
    private static String value(String label, Values values) {
        String words = String.join(" ", values.words());
        String action =
                switch (values.kind()) {
                    case TEXT -> " ";
                    case WORDS -> "(" + words + ")";
                    case LIST -> " _opalmind_list " + words;
                    case FILE -> "_files";
                    case SITE, SITES, PROFILE, REPORT, COLUMNS, SORT -> " _opalmind_" + values.word();
                };
        return escaped(label, ":\\") + ":" + action;
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
