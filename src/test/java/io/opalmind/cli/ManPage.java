package io.opalmind.cli;

import io.opalmind.config.Variable;
import io.opalmind.matomo.ReportName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page of a command, made from its declaration, its examples, and the topics. */
final class ManPage {
    private static final String COMMON = "Options of every command";

    private final CommandSpec spec;
    private final CommandSpec common = Declared.command("common");
    private final Roff page = new Roff();

    private ManPage(CommandSpec spec) {
        this.spec = spec;
        GlobalOptions.declare(common);
    }

    static String of(CommandSpec spec) {
        ManPage man = new ManPage(spec);
        man.head();
        man.description();
        man.options();
        man.examples();
        man.exitStatus();
        man.environment();
        man.files();
        man.seeAlso();
        return man.page.toString();
    }

    /** {@code opalmind-track-event}. */
    static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private void head() {
        page.title(name(spec), 1);
        page.section("NAME").line(Roff.escaped(name(spec)) + " \\- " + Roff.escaped(purpose(spec)));
        page.section("SYNOPSIS");
        StringBuilder synopsis = new StringBuilder(Roff.bold(spec.qualifiedName()));
        if (!spec.subcommands().isEmpty()) {
            synopsis.append(" [").append(Roff.italic("OPTION")).append("...] ").append(Roff.italic("COMMAND"));
        } else {
            for (PositionalParamSpec parameter : spec.positionalParameters()) {
                synopsis.append(' ').append(Roff.italic(parameter.paramLabel()));
            }
            synopsis.append(" [").append(Roff.italic("OPTION")).append("...]");
        }
        page.line(synopsis.toString());
    }

    /** The first sentence of the description, as NAME wants it. */
    private static String purpose(CommandSpec spec) {
        String first = spec.usageMessage().description()[0].split("\\. ")[0];
        String plain = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    private void description() {
        page.section("DESCRIPTION");
        for (String line : spec.usageMessage().description()) {
            page.filled(line);
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            page.entry(Roff.italic(parameter.paramLabel()), parameter.description()[0]);
        }
        if (!spec.subcommands().isEmpty()) {
            page.subsection("Commands");
        }
        for (CommandLine command : spec.subcommands().values()) {
            CommandSpec sub = command.getCommandSpec();
            page.entry(
                    Roff.page(name(sub), 1),
                    String.join("\n", sub.usageMessage().description()));
        }
        if (spec.name().equals(QueryCommand.NAME)) {
            page.subsection("Reports");
            for (ReportName report : ReportName.values()) {
                page.entry(Roff.bold(report.label()), report.description());
            }
        }
    }

    private void options() {
        page.section("OPTIONS");
        List<OptionSpec> shared = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (common.optionsMap().containsKey(option.longestName())) {
                shared.add(option);
            } else {
                option(option);
            }
        }
        page.subsection(COMMON);
        shared.forEach(this::option);
    }

    private void option(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(names.isEmpty() ? "" : ", ").append(Roff.bold(name));
        }
        if (option.arity().max() > 0) {
            boolean optional = GlobalOptions.isValueOptional(option);
            names.append(optional ? "[=" : "=").append(Roff.italic(option.paramLabel()));
            names.append(optional ? "]" : "");
        }
        page.entry(names.toString(), option.description()[0]);
    }

    private void examples() {
        page.section("EXAMPLES");
        for (Example example : HelpExamples.of(spec)) {
            page.paragraph(example.purpose() + ":").verbatim(example.lines());
        }
    }

    private void exitStatus() {
        page.section("EXIT STATUS");
        boolean health = spec.name().equals(HealthCommand.NAME);
        for (TopicText.Entry entry : TopicText.of(Topic.EXIT_CODES).entries(health ? "MONITORS" : "")) {
            page.entry(Roff.bold(entry.label()), entry.explanation());
        }
    }

    private void environment() {
        page.section("ENVIRONMENT");
        for (Variable variable : Variable.values()) {
            if (isWorthNaming(variable)) {
                page.entry(Roff.bold(variable.name()), variable.meaning().replace("`", ""));
            }
        }
        page.line(".PP").line(Roff.page("opalmind-environment", 7)).filled("explains every variable.");
    }

    /** All of them on the page of opalmind itself, elsewhere those without which its commands do not work. */
    private boolean isWorthNaming(Variable variable) {
        if (spec.parent() == null) {
            return true;
        }
        boolean redis = variable == Variable.REDIS_URL || variable == Variable.REDIS_HOST;
        boolean matomo = variable == Variable.MATOMO_BASE_URL
                || variable == Variable.MATOMO_TOKEN
                || variable == Variable.MATOMO_TOKEN_FILE
                || variable == Variable.MATOMO_DEFAULT_SITE_ID;
        String group = spec.qualifiedName().split(" ")[1];
        return switch (group) {
            case QueryCommand.NAME, TrackCommands.NAME, HealthCommand.NAME -> matomo || redis;
            case InspectCommands.NAME, CacheStatsCommand.NAME -> redis;
            default -> false;
        };
    }

    private void files() {
        page.section("FILES");
        page.entry(Roff.italic(".env"), "the env file of the working directory");
        page.entry(Roff.italic("~/.config/opalmind/NAME.env"), "the profile NAME");
        page.entry(
                Roff.italic("~/.local/state/opalmind/"),
                "undelivered hits, journals of imports, and the local store; OPALMIND_STATE_DIR moves it");
        page.entry(Roff.italic("~/.cache/opalmind/"), "class-data archives, which make the start quick");
    }

    private void seeAlso() {
        page.section("SEE ALSO");
        List<String> pages = new ArrayList<>();
        if (spec.parent() != null) {
            for (CommandLine relative : relatives()) {
                pages.add(Roff.page(name(relative.getCommandSpec()), 1));
            }
        }
        for (Topic topic : Topic.values()) {
            pages.add(Roff.page("opalmind-" + topic.label(), 7));
        }
        page.line(String.join(",\n", pages));
    }

    /** The command above, and those beside it. */
    private List<CommandLine> relatives() {
        List<CommandLine> relatives = new ArrayList<>();
        relatives.add(spec.parent().commandLine());
        for (CommandLine sibling : spec.parent().subcommands().values()) {
            if (!sibling.getCommandName().equals(spec.name())) {
                relatives.add(sibling);
            }
        }
        return relatives;
    }
}
