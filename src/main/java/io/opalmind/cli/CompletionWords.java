package io.opalmind.cli;

import io.opalmind.cli.completion.CommandWords;
import io.opalmind.cli.completion.OptionWords;
import io.opalmind.cli.completion.ReportWords;
import io.opalmind.cli.completion.Values;
import io.opalmind.cli.completion.Vocabulary;
import io.opalmind.matomo.CacheFeatures;
import io.opalmind.matomo.ReportName;
import io.opalmind.matomo.report.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What completions are made from: the commands as they are declared, and the reports. */
final class CompletionWords {
    private static final String LIST = "A,B";

    private final List<CommandWords> commands = new ArrayList<>();

    private CompletionWords() {}

    static Vocabulary all() {
        CompletionWords words = new CompletionWords();
        words.add("", Commands.everything().getCommandSpec());
        return new Vocabulary(words.commands, reports());
    }

    private void add(String path, CommandSpec spec) {
        List<OptionWords> options = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                options.add(option(option));
            }
        }
        boolean none = spec.positionalParameters().isEmpty();
        ArgSpec argument = none ? null : spec.positionalParameters().get(0);
        commands.add(new CommandWords(
                path,
                firstLine(spec.usageMessage().description()),
                List.copyOf(spec.subcommands().keySet()),
                options,
                argument == null ? "" : argument.paramLabel(),
                argument == null ? null : values(argument, "")));
        for (CommandLine command : spec.subcommands().values()) {
            CommandSpec below = command.getCommandSpec();
            add((path + " " + below.name()).strip(), below);
        }
    }

    private static OptionWords option(OptionSpec option) {
        return new OptionWords(
                List.of(option.names()),
                firstLine(option.description()),
                option.paramLabel(),
                option.arity().max() == 0 ? null : values(option, option.longestName()),
                GlobalOptions.isValueOptional(option),
                option.isMultiValue());
    }

    private static String firstLine(String[] lines) {
        return lines.length == 0 ? "" : lines[0];
    }

    private static Values values(ArgSpec arg, String name) {
        Iterable<String> candidates = arg.completionCandidates();
        if (candidates != null) {
            List<String> words = new ArrayList<>();
            candidates.forEach(words::add);
            return new Values(arg.paramLabel().equals(LIST) ? Values.Kind.LIST : Values.Kind.WORDS, words);
        }
        return name.equals("--feature")
                ? new Values(Values.Kind.WORDS, List.copyOf(new TreeSet<>(CacheFeatures.all())))
                : Values.of(kind(arg.paramLabel(), name, arg.command()));
    }

    /** By the option's name where the name tells, else by the label of its value. */
    private static Values.Kind kind(String label, String name, CommandSpec command) {
        return switch (name) {
            case "--profile" -> Values.Kind.PROFILE;
            case "--columns" -> command.name().equals(QueryCommand.NAME) ? Values.Kind.COLUMNS : Values.Kind.TEXT;
            case "--sort" -> Values.Kind.SORT;
            case "--site" -> site(label, command);
            default ->
                switch (label) {
                    case "FILE", "FILE|-" -> Values.Kind.FILE;
                    case "REPORT" -> Values.Kind.REPORT;
                    default -> Values.Kind.TEXT;
                };
        };
    }

    /** The sandbox is told of sites that are not there yet. */
    private static Values.Kind site(String label, CommandSpec command) {
        if (command.name().equals(SandboxCommand.NAME)) {
            return Values.Kind.TEXT;
        }
        return label.equals("SITES") ? Values.Kind.SITES : Values.Kind.SITE;
    }

    private static List<ReportWords> reports() {
        List<ReportWords> reports = new ArrayList<>();
        for (ReportName name : ReportName.values()) {
            reports.add(new ReportWords(
                    name.label(), name.description(), Reports.of(name).columns()));
        }
        return reports;
    }
}
