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

    /** @param footer lines for the end, as they are to stand */
    static String of(CommandSpec spec, String[] footer) {
        HelpText help = new HelpText(spec);
        help.head();
        help.commands();
        help.options();
        if (footer.length > 0) {
            help.text.append('\n');
        }
        for (String line : footer) {
            help.text.append(line).append('\n');
        }
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

    /** {@code -o, --output=FILE}; long names stand below each other. */
    private static String names(OptionSpec option) {
        List<String> names = List.of(option.names());
        StringBuilder shown = new StringBuilder(names.get(0).startsWith("--") ? "      " : "  ");
        shown.append(String.join(", ", names));
        if (!option.paramLabel().isEmpty() && option.arity().max() > 0) {
            shown.append('=').append(option.paramLabel());
        }
        return shown.toString();
    }

    /** A name, and its description broken between words. */
    private void entry(String name, String description) {
        text.append(name);
        int column = name.length();
        if (column >= COLUMN) {
            text.append('\n');
            column = 0;
        }
        column = pad(column);
        for (String word : description.split(" ", -1)) {
            if (column > COLUMN && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = pad(0);
            }
            if (column > COLUMN) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        text.append('\n');
    }

    private int pad(int from) {
        text.append(" ".repeat(COLUMN - from));
        return COLUMN;
    }
}
