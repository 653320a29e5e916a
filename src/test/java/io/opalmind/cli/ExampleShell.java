package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opalmind.sandbox.Sandbox;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell in which examples run: the sandbox in its environment, the files that examples name in its directory, and what
 * differs from run to run replaced in what they print.
 */
final class ExampleShell {
    /** What cannot be run here, and why. Everything else is. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "--watch", "goes on until stopped",
            "docker", "needs an engine and an image",
            "opalmind sandbox", "serves until stopped; SandboxCommandTest runs it");

    /** An example that ends so does not work. */
    private static final Set<Integer> MISUSED = Set.of(ExitCode.BUG, ExitCode.USAGE, ExitCode.CONFIGURATION);

    /** Of a monitoring plugin 1 and 2 are answers. */
    private static final Set<Integer> MISUSED_PLUGIN = Set.of(HealthCommand.UNKNOWN);

    private record Differing(Pattern text, String name) {
        Differing(String text, String name) {
            this(Pattern.compile(text), name);
        }
    }

    private static final List<Differing> DIFFERING = List.of(
            new Differing("\"pvId\":\"[0-9A-Za-z]{6}\"", "\"pvId\":\"PV_ID\""),
            new Differing("\"idempotencyKey\":\"[0-9A-Za-z-]{16,}\"", "\"idempotencyKey\":\"KEY\""),
            // A sandbox's server has the machine's time, and the examples have theirs.
            new Differing("clock is \\d+ s (ahead of|behind) ours", "clock is N s off ours"),
            new Differing("\"(seconds|rate|observedValue)\":-?[0-9.]+", "\"$1\":N"),
            new Differing("127\\.0\\.0\\.1:\\d+/0", "127.0.0.1:REDIS/0"),
            new Differing("2> opalmind: warning: \\S+ is slow: .*\n", ""),
            new Differing("\"ttlMs\":\\{[^}]*}", "\"ttlMs\":{…}"),
            new Differing("\"ttlMs\":\\d+", "\"ttlMs\":N"),
            new Differing("\"expiresAt\":\"[^\"]*\"", "\"expiresAt\":\"T\""),
            new Differing("2> opalmind: \\d+ lines, .*hits/s\n", ""),
            new Differing("\\b\\d+ bytes", "N bytes"),
            new Differing("\\b\\d+(\\.\\d+)?( ?)(ms|s)\\b", "N$2$3"));

    private final RunCli shell;
    private final RedisServer redis;
    private final boolean aboutRedis;

    /** @param aboutRedis whether every example is to find a Redis, and not those of {@code inspect-redis} alone */
    ExampleShell(Sandbox sandbox, RedisServer redis, boolean aboutRedis, Path home) {
        this.redis = redis;
        this.aboutRedis = aboutRedis;
        shell = RunCli.without(home)
                .at(ExamplesTest.CLOCK)
                .env("MATOMO_BASE_URL", sandbox.url())
                .env("MATOMO_TOKEN", sandbox.token())
                .env("MATOMO_DEFAULT_SITE_ID", "1")
                .env("SITE_MAPPING_PATH", "sites.json")
                .env("HOME", home.toString());
        ExampleFiles.write(shell);
    }

    /** What a transcript shows of an example. */
    String run(String example) {
        for (Map.Entry<String, String> not : NOT_RUN.entrySet()) {
            if ((example + " ").contains(not.getKey())) {
                return "$ " + example + "\n(not run: " + not.getValue() + ")\n\n";
            }
        }
        boolean inspects = example.contains(InspectCommands.NAME);
        RunCli configured = inspects || aboutRedis ? withRedis() : shell;
        List<String> words = new ArrayList<>(ShellWords.words(example));
        while (!words.get(0).equals("opalmind")) {
            String[] assignment = words.remove(0).split("=", 2);
            configured = configured.env(assignment[0], assignment[1]);
        }
        Outcome outcome = configured.run(words.stream()
                .skip(1)
                .map(word -> word.replace("/var/lib/", ""))
                .toArray(String[]::new));
        String printed = inspects ? shape(outcome.stdout()) : outcome.stdout();
        if (words.contains("slowlog")) {
            printed = "…\n"; // A machine that is busy has slow commands, and another has none.
        }
        if (words.get(1).equals(CompletionCommand.NAME)) {
            printed = firstLine(printed); // DocumentsTest holds the whole of it to the file in completions/.
        }
        boolean plugin = words.contains(HealthCommand.NAME) || words.contains("nagios");
        assertFalse(
                (plugin ? MISUSED_PLUGIN : MISUSED).contains(outcome.code()),
                () -> example + " exits with " + outcome.code() + ": " + outcome.stderr());
        return "$ " + example + "\n" + constant(transcript(printed, outcome)) + "\n";
    }

    /** A Redis that holds a cached report and the record of a hit. */
    private RunCli withRedis() {
        RunCli configured = shell.env("REDIS_HOST", redis.host()).env("REDIS_PORT", "" + redis.port());
        configured.run("query", "popular-urls");
        configured.run("track", "pageview", "--url", "https://example.com/", "--idempotency-key", "order-1182");
        return configured;
    }

    /** Figures of a Redis differ with the server; the names of what is told do not. */
    private static String shape(String printed) {
        Set<String> names = new TreeSet<>();
        Matcher name = Pattern.compile("\"([a-zA-Z]+)\":").matcher(printed);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names.isEmpty() ? printed.replaceAll("(?s)^(\\w+).*", "$1 …\n") : "{" + String.join(", ", names) + "}\n";
    }

    private static String firstLine(String printed) {
        return printed.substring(0, printed.indexOf('\n') + 1) + "…\n";
    }

    private static String transcript(String printed, Outcome outcome) {
        StringBuilder text = new StringBuilder(outcome.constant(printed));
        if (!printed.isEmpty() && !printed.endsWith("\n")) {
            text.append('\n');
        }
        outcome.stderr().lines().forEach(said -> text.append("2> ").append(said).append('\n'));
        if (outcome.code() != 0) {
            text.append('[').append(outcome.code()).append("]\n");
        }
        return text.toString();
    }

    private static String constant(String text) {
        String constant = text;
        for (Differing differing : DIFFERING) {
            constant = differing.text().matcher(constant).replaceAll(differing.name());
        }
        return constant;
    }

    /** What a query prints on a terminal of that width. */
    String table(String example, int width) {
        String[] words = ShellWords.words(example).stream().skip(1).toArray(String[]::new);
        return shell.terminal(width).env("NO_COLOR", "1").run(words).exits(0).stdout();
    }
}
