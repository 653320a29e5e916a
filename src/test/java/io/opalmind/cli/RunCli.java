package io.opalmind.cli;

import io.opalmind.testing.matomo.FakeMatomo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's shell, in this process: {@code RunCli.with(matomo, home).env("NO_COLOR", "1").run("query", "popular-urls")
 * .exits(0)}. Each method that sets something gives a shell of its own, so that one can be the start of several.
 *
 * <p>The working directory is {@code home/work}, the state directory {@code home/state}.
 */
final class RunCli {
    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Terminal terminal = Terminal.NONE;
    private Clock clock = Clock.systemUTC();
    private byte[] stdin = new byte[0];
    private @Nullable OutputStream stdout;
    private Exit exit = code -> {
        throw new AssertionError("the process was ended with " + code);
    };

    private RunCli(Path home) {
        this.home = home;
    }

    private RunCli(RunCli other) {
        this(other.home);
        environment.putAll(other.environment);
        terminal = other.terminal;
        clock = other.clock;
        stdin = other.stdin;
        stdout = other.stdout;
        exit = other.exit;
    }

    /** The super user's shell, site 1 by default. */
    static RunCli with(FakeMatomo matomo, Path home) {
        return without(home)
                .env("MATOMO_BASE_URL", matomo.url().toString())
                .env("MATOMO_TOKEN", FakeMatomo.ADMIN_TOKEN)
                .env("MATOMO_DEFAULT_SITE_ID", "1");
    }

    /** A shell where nothing is configured but the state directory. */
    static RunCli without(Path home) {
        try {
            Files.createDirectories(home.resolve("work"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunCli(home).env("OPALMIND_STATE_DIR", home.resolve("state").toString());
    }

    RunCli env(String name, String value) {
        RunCli copy = new RunCli(this);
        copy.environment.put(name, value);
        return copy;
    }

    RunCli env(Map<String, String> more) {
        RunCli copy = new RunCli(this);
        copy.environment.putAll(more);
        return copy;
    }

    RunCli unset(String name) {
        RunCli copy = new RunCli(this);
        copy.environment.remove(name);
        return copy;
    }

    /** Standard output and standard error lead to a terminal of that width. */
    RunCli terminal(int width) {
        RunCli copy = new RunCli(this);
        copy.terminal = new Terminal(true, true, width);
        return copy;
    }

    RunCli at(Clock time) {
        RunCli copy = new RunCli(this);
        copy.clock = time;
        return copy;
    }

    RunCli stdin(String text) {
        RunCli copy = new RunCli(this);
        copy.stdin = text.getBytes(StandardCharsets.UTF_8);
        return copy;
    }

    /** Standard output leads there; the outcome has none then. */
    RunCli stdout(OutputStream out) {
        RunCli copy = new RunCli(this);
        copy.stdout = out;
        return copy;
    }

    /** What ends the process when a deadline has passed. */
    RunCli exit(Exit end) {
        RunCli copy = new RunCli(this);
        copy.exit = end;
        return copy;
    }

    /** A file below the working directory, with that content. */
    RunCli file(String name, String content) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file of that name is, seen from the working directory. */
    Path path(String name) {
        return home.resolve("work").resolve(name);
    }

    Path state() {
        return home.resolve("state");
    }

    Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(stdin);
        Surroundings surroundings = new Surroundings(
                Map.copyOf(environment), home.resolve("work"), clock, terminal, in, stdout == null ? out : stdout, err);
        int code = Main.run(args, surroundings, exit);
        return new Outcome(
                List.of(args), code, out.toByteArray(), err.toString(StandardCharsets.UTF_8), environment, home);
    }
}
