package io.opalmind.store.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own that uses Redis once, as {@link ChildMain} says: for what holds for a whole JVM, such as system
 * properties, what is printed, and whether it ends.
 *
 * @param said the value that was read, or the message of the refusal
 * @param printed all that came on stdout and stderr
 * @param code the exit code
 * @param endedAfterMillis from the end of closing to the end of the process
 */
record ChildJvm(String said, String printed, int code, long endedAfterMillis) {
    private static final long LIMIT_SECONDS = 60;

    static ChildJvm run(Path directory, Map<String, String> variables, String... words) throws Exception {
        Path result = directory.resolve("result");
        Path printed = directory.resolve("printed");
        Files.deleteIfExists(result);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildMain.class.getName(),
                result.toString()));
        command.addAll(List.of(words));
        variables.forEach((name, value) -> command.add(name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it did not end within " + LIMIT_SECONDS + " s: " + read(printed));
        }
        long end = System.currentTimeMillis();
        List<String> lines = Files.exists(result) ? Files.readAllLines(result) : List.of("no result", "0");
        return new ChildJvm(lines.get(0), read(printed), process.exitValue(), end - Long.parseLong(lines.get(1)));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
