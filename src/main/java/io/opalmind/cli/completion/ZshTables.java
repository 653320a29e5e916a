package io.opalmind.cli.completion;

import java.util.List;

/** The words as functions of zsh, each a {@code case} over the path of the command; options as {@code _arguments} wants them. */
final class ZshTables {
    private final Vocabulary vocabulary;
    private final Lines lines = new Lines();

    ZshTables(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String text() {
        commands();
        options();
        arguments();
        reports();
        columns();
        return lines.toString();
    }

    private void commands() {
        lines.add("# The commands that belong to one: into commands.")
                .add("_opalmind_read_commands() { # PATH")
                .add("  case $1 in");
        for (CommandWords command : vocabulary.commands()) {
            if (!command.commands().isEmpty()) {
                lines.add("    ('" + command.path() + "') commands=(");
                for (CommandWords below : vocabulary.below(command)) {
                    lines.add("      " + quoted(below.name() + ":" + escaped(below.description(), ":\\")));
                }
                lines.add("    ) ;;");
            }
        }
        lines.add("    (*) commands=() ;;").add("  esac").add("}").add("");
    }

    private void options() {
        lines.add("# The options of a command, as _arguments wants them: into specs.")
                .add("_opalmind_read_options() { # PATH")
                .add("  specs=()");
        for (Vocabulary.Block block : vocabulary.blocks()) {
            if (vocabulary.isShared(block)) {
                lines.add("  specs+=(");
                block.options().forEach(option -> option(option, "    "));
                lines.add("  )");
            } else {
                List<String> paths =
                        block.paths().stream().map(path -> "'" + path + "'").toList();
                lines.add("  case $1 in").broken("    (", paths, "|", ") specs+=(", "      ");
                block.options().forEach(option -> option(option, "      "));
                lines.add("    ) ;;").add("  esac");
            }
        }
        lines.add("}").add("");
    }

    private void arguments() {
        lines.add("# The argument of a command: into specs.")
                .add("_opalmind_read_argument() { # PATH")
                .add("  case $1 in");
        for (CommandWords command : vocabulary.commands()) {
            Values argument = command.argument();
            if (argument != null) {
                lines.add("    ('" + command.path() + "') specs+=("
                        + quoted("1:" + value(command.argumentLabel(), argument)) + ") ;;");
            }
        }
        lines.add("  esac").add("}").add("");
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

    /** A line for each name; all names of one option exclude each other. */
    private void option(OptionWords option, String indent) {
        boolean alone = option.names().size() == 1;
        String group = option.repeated() ? "*" : alone ? "" : "(" + String.join(" ", option.names()) + ")";
        String description = "[" + escaped(option.description(), "[]:\\") + "]";
        for (String name : option.names()) {
            lines.add(indent + quoted(group + name + mark(option, name) + description + value(option)));
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
