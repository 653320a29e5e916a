package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.opalmind.sandbox.Sample;
import io.opalmind.sandbox.SampleSites;
import io.opalmind.sandbox.Sandbox;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every example of README, documents and help, run against a sandbox with the sample; what came is in
 * {@code golden/cli/examples}. {@code -Dgolden.rewrite=true} renews it.
 */
@ExtendWith(RedisExtension.class)
class ExamplesTest {
    /** Noon of the day after the sample's last one. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> each_example_of_a_document_goes_as_shown(RedisServer redis, @TempDir Path home) {
        return Examples.documents().stream()
                .map(document -> test(document.toString().replace('/', '.'), Examples.of(document), redis, home));
    }

    @TestFactory
    Stream<DynamicTest> each_example_of_the_help_goes_as_shown(RedisServer redis, @TempDir Path home) {
        List<DynamicTest> tests = new ArrayList<>();
        help(Commands.everything(), "", tests, redis, home);
        return tests.stream();
    }

    private static void help(
            CommandLine command, String parent, List<DynamicTest> tests, RedisServer redis, Path home) {
        String name = parent + command.getCommandName();
        tests.add(test("help." + name, Examples.ofHelp(command), redis, home));
        command.getSubcommands().values().forEach(sub -> help(sub, name + "-", tests, redis, home));
    }

    private static DynamicTest test(String name, List<String> examples, RedisServer redis, Path home) {
        return dynamicTest(name, () -> {
            if (!examples.isEmpty()) {
                Golden.file("examples/" + name + ".txt").check(ran(name, examples, redis, home.resolve(name)));
            }
        });
    }

    @Test
    void tables_that_documents_show_are_those_that_are_printed(RedisServer redis, @TempDir Path home)
            throws IOException {
        int compared = 0;
        try (Sandbox sandbox = sandbox()) {
            ExampleShell shell = new ExampleShell(sandbox, redis, false, home);
            for (Path document : Examples.documents()) {
                for (Examples.Shown shown : Examples.shown(document)) {
                    List<String> printed =
                            shell.table(shown.query(), 120).lines().toList();
                    assertEquals(printed.subList(0, shown.lines().size()), shown.lines(), document.toString());
                    compared++;
                }
            }
        }
        assertTrue(compared > 0);
    }

    private static Sandbox sandbox() throws IOException {
        Sandbox sandbox = Sandbox.start(0, SampleSites.all(), Sandbox.randomToken(), 100_000, CLOCK);
        sandbox.fill(Sample.hits(), Sample.moving(CLOCK));
        return sandbox;
    }

    private static String ran(String name, List<String> examples, RedisServer redis, Path home) throws IOException {
        try (Sandbox sandbox = sandbox()) {
            ExampleShell shell = new ExampleShell(sandbox, redis, name.contains("redis"), home);
            StringBuilder text = new StringBuilder();
            for (String example : examples) {
                text.append(shell.run(example));
            }
            return text.toString();
        }
    }

    @Test
    void terminal_picture_is_what_the_commands_print(@TempDir Path home) throws IOException {
        Path file = Path.of("docs/terminal.svg");
        TerminalPicture picture = new TerminalPicture(100);
        RunCli shell = RunCli.without(home).at(CLOCK).terminal(100);
        for (String line : List.of(
                "opalmind --sandbox query popular-urls --period range --date last30 --limit 5",
                "opalmind --sandbox query goal-conversions --period month --date yesterday")) {
            picture.typed(line);
            Outcome outcome = shell.run(ShellWords.words(line).stream().skip(1).toArray(String[]::new))
                    .exits(0);
            picture.said(outcome.stderr().lines().toList());
            picture.printed(outcome.stdout().lines().toList());
            picture.space();
        }
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, picture.svg());
        }
        assertEquals(Files.readString(file), picture.svg());
        assertTrue(Files.readString(Path.of("README.md")).contains("docs/terminal.svg"));
    }
}
