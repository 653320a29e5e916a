package io.opalmind.cli.completion;

import java.util.List;

/** The words as functions of bash, each a {@code case} over the path of the command. */
final class BashTables {
    private final Vocabulary vocabulary;
    private final Lines lines = new Lines();

    BashTables(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String text() {
        commands();
        options();
        values();
        columns();
        return lines.toString();
    }

    private void commands() {
        lines.add("# The commands that belong to one: into words.")
                .add("_opalmind_commands() { # PATH")
                .add("  case $1 in");
        for (CommandWords command : vocabulary.commands()) {
            if (!command.commands().isEmpty()) {
                words("    '" + command.path() + "') ", command.commands());
            }
        }
        lines.add("    *) words= ;;").add("  esac").add("}").add("");
    }

    private void options() {
        lines.add(
                        "# The options of a command: into words. A comma stands between names of the same, + before what may be")
                .add("# repeated.")
                .add("_opalmind_options() { # PATH")
                .add("  words=");
        for (Vocabulary.Block block : vocabulary.blocks()) {
            if (vocabulary.isShared(block)) {
                lines.broken("  words+=\" ", names(block.options()), " ", "\"", "    ");
            } else {
                List<String> paths =
                        block.paths().stream().map(path -> "'" + path + "'").toList();
                lines.add("  case $1 in")
                        .broken("    ", paths, "|", ")", "    ")
                        .broken("      words+=\" ", names(block.options()), " ", "\" ;;", "        ")
                        .add("  esac");
            }
        }
        lines.add("}").add("");
    }

    static List<String> names(List<OptionWords> options) {
        return options.stream()
                .map(option -> (option.repeated() ? "+" : "") + String.join(",", option.names()))
                .toList();
    }

    private void values() {
        ValueCases cases = new ValueCases(vocabulary);
        lines.add("# What an option takes, or the argument where OPTION is empty: into kind, words and optional.")
                .add("_opalmind_values() { # PATH OPTION")
                .add("  kind= words= optional=")
                .add("  case \"$1 $2\" in");
        for (ValueCases.Case next : cases.all()) {
            List<String> patterns =
                    next.places().stream().map(BashTables::pattern).toList();
            lines.broken("    ", patterns, "|", ")", "    ");
            Values values = next.taken().values();
            words("      kind=" + values.word() + (next.taken().optional() ? " optional=yes " : " "), words(values));
        }
        lines.add("  esac").add("}").add("");
    }

    private static String pattern(ValueCases.Place place) {
        return place.path().equals("*") ? "*' " + place.name() + "'" : "'" + place.path() + " " + place.name() + "'";
    }

    private List<String> words(Values values) {
        return values.kind() == Values.Kind.REPORT
                ? vocabulary.reports().stream().map(ReportWords::name).toList()
                : values.words();
    }

    private void columns() {
        lines.add("# The columns of a report, or of all: into words.")
                .add("_opalmind_columns() { # REPORT")
                .add("  case $1 in");
        for (ReportWords report : vocabulary.reports()) {
            words("    " + report.name() + ") ", report.columns());
        }
        words("    *) ", vocabulary.columns());
        lines.add("  esac").add("}").add("");
    }

    /** Words have neither blanks nor anything else that means something to a shell. */
    private void words(String start, List<String> words) {
        if (words.isEmpty()) {
            lines.add(start + ";;");
        } else {
            lines.broken(start + "words=\"", words, " ", "\" ;;", "        ");
        }
    }
}
