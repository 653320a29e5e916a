package io.opalmind.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of a command, laid out from its declaration. Picocli's own layout breaks lines by the JDK's rules for all
 * languages, whose tables take longer to load than all the rest of {@code --help} (docs/adr/0005).
 */
final class HelpText {
    private static final int WIDTH = 80;
    private static final int COLUMN = 31;

    private final StringBuilder text = new StringBuilder(4096);
    private final CommandSpec spec;

    private HelpText(CommandSpec spec) {
        this.spec = spec;
    }

    static String of(CommandSpec spec) {
        HelpText help = new HelpText(spec);
        help.head();
        help.examples();
        help.commands();
        help.lists();
        help.options();
        return help.text.toString();
    }

    private void head() {
        text.append("Usage: ").append(spec.qualifiedName());
        if (!spec.subcommands().isEmpty()) {
            text.append(" [OPTIONS] COMMAND\n");
        } else {
            for (PositionalParamSpec parameter : spec.positionalParameters()) {
                text.append(' ').append(parameter.paramLabel());
            }
            text.append(" [OPTIONS]\n");
        }
        for (String line : spec.usageMessage().description()) {
            words(line, 0);
        }
    }

    private void examples() {
        List<Example> examples = HelpExamples.of(spec);
        if (!examples.isEmpty()) {
            text.append("\nExamples:\n");
        }
        for (Example example : examples) {
            text.append("  # ").append(example.purpose()).append('\n');
            for (String line : example.lines()) {
                text.append("  ").append(line).append('\n');
            }
        }
    }

    private void lists() {
        List<String> lines = Commands.lists(spec);
        if (!lines.isEmpty()) {
            text.append('\n');
        }
        for (String line : lines) {
            text.append(line).append('\n');
        }
    }

    private void commands() {
        if (!spec.subcommands().isEmpty()) {
            text.append("\nCommands:\n");
        }
        for (CommandLine command : spec.subcommands().values()) {
            String[] description = command.getCommandSpec().usageMessage().description();
            entry("  " + command.getCommandName(), description.length == 0 ? "" : description[0]);
        }
    }

    private void options() {
        text.append("\nOptions:\n");
        for (OptionSpec option : spec.options()) {
            entry(names(option), option.description().length == 0 ? "" : option.description()[0]);
        }
    }

    /** {@code -o, --output=FILE}; long names stand below each other. One option may go without its value. */
    private static String names(OptionSpec option) {
        List<String> names = List.of(option.names());
        StringBuilder shown = new StringBuilder(names.get(0).startsWith("--") ? "      " : "  ");
        shown.append(String.join(", ", names));
        if (!option.paramLabel().isEmpty() && option.arity().max() > 0) {
            boolean optional = GlobalOptions.isValueOptional(option);
            shown.append(optional ? "[=" : "=").append(option.paramLabel()).append(optional ? "]" : "");
        }
        return shown.toString();
    }

    /** A name, and its description. */
    private void entry(String name, String description) {
        text.append(name);
        if (name.length() >= COLUMN) {
            text.append('\n').append(" ".repeat(COLUMN));
        } else {
            text.append(" ".repeat(COLUMN - name.length()));
        }
        words(description, COLUMN);
    }

    /** Broken between words; each further line begins at that column, where the first one is to go on. */
    private void words(String words, int start) {
        int column = start;
        for (String word : words.split(" ", -1)) {
            if (column > start && column + 1 + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(start));
                column = start;
            }
            if (column > start) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        text.append('\n');
    }
}
