package io.opalmind.cli.completion;

import java.util.ArrayList;
import java.util.List;

/** The words as functions of fish, each a {@code switch} over the path of the command, with descriptions. */
final class FishTables {
    private final Vocabulary vocabulary;
    private final Lines lines = new Lines();

    FishTables(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String text() {
        commands();
        options();
        values();
        reports();
        columns();
        return lines.toString();
    }

    private void commands() {
        lines.add("# The commands that belong to one.")
                .add("function __opalmind_commands --argument-names path")
                .add("    switch \"$path\"");
        for (CommandWords command : vocabulary.commands()) {
            if (!command.commands().isEmpty()) {
                lines.add("        case " + quoted(command.path()));
                for (CommandWords below : vocabulary.below(command)) {
                    described(below.name(), below.description(), "            ");
                }
            }
        }
        lines.add("    end").add("end").add("");
    }

    private void options() {
        lines.add(
                        "# The options of a command. A comma stands between names of the same, + before what may be repeated.")
                .add("function __opalmind_options --argument-names path");
        for (Vocabulary.Block block : vocabulary.blocks()) {
            if (vocabulary.isShared(block)) {
                described(block.options(), "    ");
            } else {
                List<String> paths =
                        block.paths().stream().map(FishTables::quoted).toList();
                lines.add("    switch \"$path\"").broken("        case ", paths, " ", "", "            ");
                described(block.options(), "            ");
                lines.add("    end");
            }
        }
        lines.add("end").add("");
    }

    private void described(List<OptionWords> options, String indent) {
        List<String> names = BashTables.names(options);
        for (int i = 0; i < options.size(); i++) {
            described(names.get(i), options.get(i).description(), indent);
        }
    }

    private void values() {
        ValueCases cases = new ValueCases(vocabulary);
        lines.add("# What an option takes, or the argument where OPTION is empty: its kind, then words.")
                .add("function __opalmind_values --argument-names path option")
                .add("    switch \"$path $option\"");
        for (ValueCases.Case next : cases.all()) {
            lines.broken("        case ", patterns(next), " ", "", "            ");
            List<String> words = new ArrayList<>();
            words.add(next.taken().values().word());
            words.addAll(next.taken().values().words());
            lines.broken("            printf '%s\\n' ", words, " ", "", "                ");
        }
        lines.add("    end").add("end").add("");
        optional(cases);
    }

    private static List<String> patterns(ValueCases.Case of) {
        return of.places().stream()
                .map(place -> quoted(place.path() + " " + place.name()))
                .toList();
    }

    private void optional(ValueCases cases) {
        List<String> patterns = cases.all().stream()
                .filter(next -> next.taken().optional())
                .flatMap(next -> patterns(next).stream())
                .toList();
        lines.add("# Whether an option may stand without its value.")
                .add("function __opalmind_is_optional --argument-names path option")
                .add("    switch \"$path $option\"");
        if (!patterns.isEmpty()) {
            lines.broken("        case ", patterns, " ", "", "            ").add("            return 0");
        }
        lines.add("    end").add("    return 1").add("end").add("");
    }

    private void reports() {
        lines.add("function __opalmind_reports");
        for (ReportWords report : vocabulary.reports()) {
            described(report.name(), report.description(), "    ");
        }
        lines.add("end").add("");
    }

    private void columns() {
        lines.add("# The columns of a report, or of all.")
                .add("function __opalmind_columns --argument-names report")
                .add("    switch \"$report\"");
        for (ReportWords report : vocabulary.reports()) {
            lines.add("        case " + report.name());
            lines.broken("            printf '%s\\n' ", report.columns(), " ", "", "                ");
        }
        lines.add("        case '*'");
        lines.broken("            printf '%s\\n' ", vocabulary.columns(), " ", "", "                ");
        lines.add("    end").add("end").add("");
    }

    private void described(String name, String description, String indent) {
        lines.add(indent + "printf '%s\\t%s\\n' " + name + " " + quoted(description));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
