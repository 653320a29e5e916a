package io.opalmind.cli;

import io.opalmind.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            "opalmind sandbox", "serves until stopped; SandboxProcessTest runs it");

    private static final Map<Pattern, String> DIFFERS = Map.of(
            Pattern.compile("\"pvId\":\"[0-9A-Za-z]{6}\""), "\"pvId\":\"PV_ID\"",
            Pattern.compile("\"idempotencyKey\":\"[0-9A-Za-z-]{16,}\""), "\"idempotencyKey\":\"KEY\"",
            Pattern.compile("\"(seconds|rate|observedValue)\":[0-9.]+"), "\"$1\":N",
            Pattern.compile("\\b\\d+(\\.\\d+)?( ?)(ms|s)\\b"), "N$2$3");

    private final RunCli shell;

    ExampleShell(Sandbox sandbox, Path home) {
        shell = RunCli.without(home)
                .at(ExamplesTest.CLOCK)
                .env("MATOMO_BASE_URL", sandbox.url())
                .env("MATOMO_TOKEN", sandbox.token())
                .env("MATOMO_DEFAULT_SITE_ID", "1");
        ExampleFiles.write(shell);
    }

    /** What a transcript shows of an example. */
    String run(String example) {
        for (Map.Entry<String, String> not : NOT_RUN.entrySet()) {
            if ((example + " ").contains(not.getKey())) {
                return "$ " + example + "\n(not run: " + not.getValue() + ")\n\n";
            }
        }
        RunCli configured = shell;
        List<String> words = new ArrayList<>(Shell.words(example));
        while (!words.get(0).equals("opalmind")) {
            String[] assignment = words.remove(0).split("=", 2);
            configured = configured.env(assignment[0], assignment[1]);
        }
        Outcome outcome = configured.run(words.subList(1, words.size()).toArray(String[]::new));
        return transcript(example, outcome);
    }

    private static String transcript(String example, Outcome outcome) {
        StringBuilder text = new StringBuilder("$ " + example + "\n");
        text.append(outcome.constant(outcome.stdout()));
        if (!outcome.stdout().isEmpty() && !outcome.stdout().endsWith("\n")) {
            text.append('\n');
        }
        outcome.stderr().lines().forEach(said -> text.append("2> ").append(said).append('\n'));
        if (outcome.code() != 0) {
            text.append('[').append(outcome.code()).append("]\n");
        }
        String constant = text.append('\n').toString();
        for (Map.Entry<Pattern, String> differing : DIFFERS.entrySet()) {
            constant = differing.getKey().matcher(constant).replaceAll(differing.getValue());
        }
        return constant;
    }
}
