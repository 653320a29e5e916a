package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The examples of every command: they are there, they fit, and they work. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class HelpExamplesTest {
    private static final int WIDTH = 80;

    /** With an empty Redis and a Matomo that was set up a moment ago, these may say that not all is well. */
    private static final Set<String> JUDGES = Set.of("health", "audit");

    @TempDir
    Path home;

    /** Opalmind itself, every command, and every command of a command. */
    static List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        add(Commands.everything().getCommandSpec(), all);
        return all;
    }

    private static void add(CommandSpec spec, List<CommandSpec> all) {
        all.add(spec);
        for (CommandLine sub : spec.subcommands().values()) {
            add(sub.getCommandSpec(), all);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_examples_of_itself(CommandSpec spec) {
        List<Example> examples = HelpExamples.of(spec);
        assertFalse(examples.isEmpty(), spec.qualifiedName());
        for (Example example : examples) {
            String command = example.command() + " ";
            boolean option = command.contains("opalmind --" + spec.name() + "=");
            assertTrue(option || command.contains(spec.qualifiedName() + " "), command);
            assertTrue(Character.isUpperCase(example.purpose().charAt(0)), example.purpose());
            assertFalse(example.purpose().endsWith("."), example.purpose());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_shows_them_before_anything_that_is_to_be_learnt(CommandSpec spec) {
        String help = HelpText.of(spec);
        help.lines().forEach(line -> assertTrue(line.length() <= WIDTH, line));
        int examples = help.indexOf("\nExamples:\n  # ");
        assertTrue(examples > 0 && examples < help.indexOf("\nOptions:\n"), help);
        for (String later : List.of("\nCommands:\n", "\nReports:\n")) {
            assertTrue(!help.contains(later) || examples < help.indexOf(later), help);
        }
    }

    /** One after the other, as a reader would. Queries are looked at, not sent: the recorded Matomo has a few dates only. */
    @Test
    void examples_work(FakeMatomo matomo, RedisServer redis) {
        RunCli shell = withFiles(RunCli.with(matomo, home).env(redis.settings()));
        int run = 0;
        for (CommandSpec spec : commands()) {
            if (spec.name().equals(SandboxCommand.NAME)) {
                continue; // Serves until it is stopped; SandboxCommandTest runs it.
            }
            for (Example example : HelpExamples.of(spec)) {
                List<String> words = words(example);
                if (words.get(1).equals("query")) {
                    words.add("--explain");
                }
                Outcome outcome = shell.run(words.subList(1, words.size()).toArray(String[]::new));
                boolean judges = words.stream().anyMatch(JUDGES::contains);
                assertTrue(
                        outcome.code() == 0 || (judges && outcome.code() < 3),
                        () -> "exit code " + outcome.code() + " of " + example.command() + "\n" + outcome.stderr());
                run++;
            }
        }
        assertTrue(run > 60, run + " examples");
    }

    /** What stands between the pipes of an example and is ours. */
    private static List<String> words(Example example) {
        String ours = Stream.of(example.command().split(" \\| "))
                .filter(part -> part.startsWith("opalmind "))
                .findFirst()
                .orElseThrow();
        List<String> words = ShellWords.words(ShellWords.firstCommand(ours.replace("\\\n ", "")));
        assertEquals("opalmind", words.get(0));
        return words;
    }

    private static RunCli withFiles(RunCli shell) {
        ExampleFiles.write(shell);
        return shell.stdin(ExampleFiles.text("access.log")
                .lines()
                .filter(line -> line.contains("matomo.php"))
                .reduce("", (text, line) -> text + line + "\n"));
    }
}
