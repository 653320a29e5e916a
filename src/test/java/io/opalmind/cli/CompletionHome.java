package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The home of somebody whose shell completes: a working directory, a configuration, an {@code opalmind} that counts its starts. */
final class CompletionHome {
    private final Path home;
    private final Path work;
    private final Path starts;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** @param script of the shell's completions, as it is installed */
    CompletionHome(Path home, Path script) throws IOException {
        this.home = home;
        work = Files.createDirectories(home.resolve("work"));
        starts = home.resolve("starts");
        ShellPath.opalmind(home.resolve("bin"), "echo start >>'" + starts + "'\n");
        set("HOME", home.toString());
        set("PATH", ShellPath.behind(home.resolve("bin")));
        set("SCRIPT", script.toAbsolutePath().toString());
    }

    /** Sets a variable of the shell. */
    void set(String name, String value) {
        environment.put(name, value);
    }

    /** Where a file is, seen from the shell. */
    Path file(String name) {
        return work.resolve(name);
    }

    void sites(String json) throws IOException {
        Files.writeString(file("sites.json"), json);
        set("SITE_MAPPING_PATH", "sites.json");
    }

    Path profile(String name, String content) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/opalmind"));
        return Files.writeString(folder.resolve(name + ".env"), content);
    }

    /** A shell there, at which somebody types. */
    TypedShell shell(Path folder, String command) {
        return new TypedShell(folder, command, environment, work);
    }

    void startedJava(int times) throws IOException {
        assertEquals(times, Files.exists(starts) ? Files.readAllLines(starts).size() : 0, "starts of Java");
    }

    /** The arguments that opalmind gets when a shell runs that line. */
    List<String> arguments(String program, String line) throws IOException, InterruptedException {
        Files.writeString(home.resolve("bin/opalmind"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        ProcessBuilder builder = new ProcessBuilder(program, "-c", line).directory(work.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), line);
        return out.lines().toList();
    }
}
