package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one invocation did. Whatever it was, it has shown no secret, and on standard error nothing but messages of its
 * own, no stack trace above all: that is looked at each time.
 */
final class Outcome {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SECRETS = List.of("MATOMO_TOKEN", "REDIS_PASSWORD", "REDISCLI_AUTH", "REDIS_URL");

    private final int code;
    private final byte[] out;
    private final String err;
    private final Map<String, String> environment;
    private final Path home;

    Outcome(List<String> args, int code, byte[] out, String err, Map<String, String> environment, Path home) {
        this.code = code;
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
        this.home = home;
        SECRETS.forEach(this::hasNot);
        if (!args.contains("--stacktrace")) {
            String start = args.contains("json") && args.contains("--log-format") ? "{" : "opalmind: ";
            err.lines().forEach(line -> assertTrue(line.startsWith(start), () -> "no message of ours: " + line));
        }
    }

    private void hasNot(String variable) {
        String secret = environment.getOrDefault(variable, "");
        if (!secret.isEmpty()) {
            assertFalse(stdout().contains(secret), () -> variable + " stands in standard output:\n" + stdout());
            assertFalse(err.contains(secret), () -> variable + " stands in standard error:\n" + err);
        }
    }

    Outcome exits(int expected) {
        assertEquals(expected, code, () -> "exit code; standard error was:\n" + err);
        return this;
    }

    String stdout() {
        return new String(out, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return out.clone();
    }

    /** Standard error, with what differs from run to run replaced: the server's port, the test's directory. */
    String stderr() {
        return constant(err);
    }

    int code() {
        return code;
    }

    /** The same with what differs from run to run named instead. */
    String constant(String text) {
        String base = environment.getOrDefault("MATOMO_BASE_URL", "");
        int port = base.lastIndexOf(':');
        String named = port < 6 ? text : text.replace(base.substring(port).replaceAll("/.*", ""), ":PORT");
        return named.replace(home.toString(), "HOME");
    }

    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + stdout(), e);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    Outcome prints(String expected) {
        assertEquals(expected, stdout());
        return this;
    }

    Outcome printsNothing() {
        return prints("");
    }

    /** Standard error is exactly these lines, each with the tool's name before it. */
    Outcome says(String... lines) {
        StringBuilder expected = new StringBuilder();
        for (String line : lines) {
            expected.append("opalmind: ").append(line).append('\n');
        }
        assertEquals(expected.toString(), stderr());
        return this;
    }

    /** Standard error is one line, which has the tool's name before it and holds all of these. */
    Outcome saysOneLineWith(String... parts) {
        assertTrue(err.startsWith("opalmind: "), err);
        assertEquals(err.length() - 1, err.indexOf('\n'), () -> "not one line:\n" + err);
        for (String part : parts) {
            assertTrue(stderr().contains(part), () -> "'" + part + "' is missing in: " + stderr());
        }
        return this;
    }

    /** A line of standard error holds that. */
    Outcome saysLineWith(String part) {
        assertTrue(
                stderr().lines().anyMatch(line -> line.contains(part)), () -> "'" + part + "' is missing in:\n" + err);
        return this;
    }

    Outcome saysNothing() {
        return says();
    }

    /** Standard output is what the golden file of that name holds. */
    Outcome printsGolden(String name) {
        Golden.file(name).check(stdout());
        return this;
    }
}
