package io.opalmind.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An unpacked release and the user who runs it, with a home, a cache and a working directory of their own. */
final class Installed {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Path user;
    private final String program;
    private final Map<String, String> environment;

    private Installed(Path user, String program, Map<String, String> environment) {
        this.user = user;
        this.program = program;
        this.environment = environment;
    }

    /** {@code program} is a path, or a name to be looked for in {@code path}. */
    static Installed of(Path user, String program) throws IOException {
        Files.createDirectories(user.resolve("work"));
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", user.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("OPALMIND_ARCHIVE", "none");
        return new Installed(user, program, environment);
    }

    Installed with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Installed(user, program, more);
    }

    /** The same, and an archive is made in the background, as it is for users. */
    Installed makingArchives() {
        return with("OPALMIND_ARCHIVE", "");
    }

    /** Runs it; it has to succeed and to say nothing on stderr. */
    String run(String... args) throws IOException, InterruptedException {
        // By a shell, so that a name is looked for in that PATH.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\"", "sh", program));
        command.addAll(List.of(args));
        Path errors = user.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(user.resolve("work").toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", Files.readString(errors));
        assertEquals(0, process.exitValue(), out);
        return out;
    }

    /** What {@code --version} says of the archive. */
    String archive() throws IOException, InterruptedException {
        String line = run("--version").lines().skip(2).findFirst().orElseThrow();
        assertTrue(line.startsWith("Class-data archive: "), line);
        return line.substring("Class-data archive: ".length());
    }

    /** The same, once a maker in the background is done. */
    String settledArchive() throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        String state = archive();
        while (state.startsWith("being made")) {
            assertTrue(System.nanoTime() < end, state);
            LockSupport.parkNanos(500_000_000);
            state = archive();
        }
        return state;
    }
}
