package io.opalmind.cli;

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
    private static final String TO_START = "\u0001";
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

    /** Types a line, and TAB where the cursor is after it, with {@code behind} to the right of it. */
    Completed complete(String line, String behind) throws IOException {
        for (String file : List.of("offers", "line", "ready")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Process process = start();
        try (OutputStream keys = process.getOutputStream()) {
            await("ready");
            keys.write((behind + TO_START + line + WRITE_LINE).getBytes(StandardCharsets.UTF_8));
            keys.flush();
            await("line");
            return new Completed(
                    offers(), Files.readString(folder.resolve("line")).replaceFirst("\n$", ""));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("FOLDER", folder.toString(), "TERM", "xterm", "LC_ALL", "C.UTF-8"));
        return builder.start();
    }

    /** Without what stands on the line before them, each once. */
    private List<String> offers() throws IOException {
        Path offers = folder.resolve("offers");
        if (!Files.exists(offers)) {
            return List.of();
        }
        return Files.readAllLines(offers).stream()
                .map(offer -> offer.replaceFirst("^--[a-z-]+=(?=.)", "").replaceFirst("^.*,", ""))
                .filter(offer -> !offer.isEmpty())
                .distinct()
                .sorted()
                .toList();
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
