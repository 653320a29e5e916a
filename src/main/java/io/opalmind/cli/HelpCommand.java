package io.opalmind.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind help [COMMAND…|TOPIC]}. */
final class HelpCommand implements Command {
    static final String NAME = "help";
    static final String SUMMARY = "Explain a command, or a topic such as dates.";

    private final Invocation invocation;
    private final String[] words;

    HelpCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.words = parsed.matchedPositionalValue(0, new String[0]);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("COMMAND…|TOPIC")
                .type(String[].class)
                .description("A command, such as 'track event', or a topic. Default: the list of them.")
                .completionCandidates(names())
                .build());
        spec.usageMessage().description(SUMMARY);
        return spec;
    }

    @Override
    public int run() {
        Topic topic = words.length == 1 ? Topic.of(words[0]) : null;
        invocation.surroundings().print(topic == null ? HelpText.of(named()) : topic.text());
        return ExitCode.DONE;
    }

    private CommandSpec named() {
        CommandSpec spec = Commands.parser(words).getCommandSpec();
        for (String word : words) {
            CommandLine next = spec.subcommands().get(word);
            if (next == null) {
                throw new UsageException(unknown(word, spec));
            }
            spec = next.getCommandSpec();
        }
        return spec;
    }

    private static String unknown(String word, CommandSpec spec) {
        if (!spec.name().equals(Commands.ROOT)) {
            return Misuse.noCommand(word, spec) + " " + Misuse.next(spec);
        }
        return "No command or topic '" + word + "'. " + Names.didYouMean(word, names()) + " Try 'opalmind help'.";
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(Commands.NAMES);
        names.addAll(Topic.labels());
        return names;
    }
}
