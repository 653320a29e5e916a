package io.opalmind.cli.completion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A shell at a terminal, at which somebody types. The terminal is util-linux's {@code script}. */
final class TypedShell {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TAB = "\t";
    private static final String WRITE_LINE = "\u0018l";

    private final Path folder;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;

    /**
     * @param folder for what the shell writes down; its start-up file knows it as {@code FOLDER}
     * @param command the shell, as one line of sh
     */
    TypedShell(Path folder, String command, Map<String, String> environment, Path directory) {
        this.folder = folder;
        this.command = List.of("script", "-qec", command, "/dev/null");
        this.environment = environment;
        this.directory = directory;
    }

    /** Types the line and TAB; with {@code behind} to the right of the cursor. */
    Completed complete(String line, String behind) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("FOLDER", folder.toString());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Files.deleteIfExists(folder.resolve("offers"));
        Files.deleteIfExists(folder.resolve("line"));
        Files.deleteIfExists(folder.resolve("ready"));
        Process process = builder.start();
        try (OutputStream keys = process.getOutputStream()) {
            await("ready");
            // ^A ^B and the like would do, but what is behind the cursor is best typed first.
            keys.write((behind + "\u0001" + line + TAB + WRITE_LINE).getBytes(StandardCharsets.UTF_8));
            keys.flush();
            await("line");
            Path offers = folder.resolve("offers");
            List<String> offered = Files.exists(offers)
                    ? Files.readAllLines(offers).stream()
                            .filter(offer -> !offer.isEmpty())
                            .sorted()
                            .distinct()
                            .toList()
                    : List.of();
            return new Completed(offered, Files.readString(folder.resolve("line")).replaceFirst("\n$", ""));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void await(String file) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(folder.resolve(file))) {
            assertTrue(System.nanoTime() < end, () -> "no " + file + " of " + command + "; see " + screen());
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private String screen() {
        try {
            return Files.readString(folder.resolve("screen"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
