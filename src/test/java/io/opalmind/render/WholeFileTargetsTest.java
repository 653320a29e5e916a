package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that are no file to replace, and those that cannot be written. */
class WholeFileTargetsTest {
    @TempDir
    Path folder;

    @Test
    void a_fifo_is_written_directly() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(fifo));
        write(fifo, "through");
        assertEquals("through", read.get(10, TimeUnit.SECONDS));
        assertFalse(Files.isRegularFile(fifo));
    }

    @Test
    void a_device_stays_a_device() throws IOException {
        write(Path.of("/dev/null"), "gone");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null"));
        write(link, "gone");
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void a_stream_of_this_process_goes_on_where_the_shell_left_it() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "first\n");
        Object inode = Files.getAttribute(file, "unix:ino");
        try (FileOutputStream shell = new FileOutputStream(file.toFile(), true)) {
            write(streamOf(file), "second\n");
            Path link = Files.createSymbolicLink(folder.resolve("link"), streamOf(file));
            write(link, "third\n");
            shell.write("fourth\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("first\nsecond\nthird\nfourth\n", Files.readString(file));
        assertEquals(inode, Files.getAttribute(file, "unix:ino"));
    }

    @Test
    void a_full_disk_is_an_error_with_its_reason() throws IOException {
        try (WholeFile out = WholeFile.open(Path.of("/dev/full"))) {
            var refusal = assertThrows(IOException.class, () -> out.write('x'));
            assertEquals("Cannot write /dev/full: No space left on device.", refusal.getMessage());
        }
    }

    @Test
    void a_directory_is_refused() {
        refused(folder, ": it is a directory. Name a file in it.");
    }

    @Test
    void a_directory_that_is_not_there_is_named() {
        refused(
                folder.resolve("none/report.csv"),
                ": there is no directory " + folder.resolve("none") + ". Create it, or name another file.");
    }

    @Test
    void a_file_in_place_of_the_directory_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        refused(file.resolve("report.csv"), ": Not a directory. Nothing has changed there.");
    }

    @Test
    void links_in_a_circle_are_refused() throws IOException {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, Path.of("link"));
        refused(link, ": its symbolic links lead in a circle.");
    }

    private static void refused(Path file, String reason) {
        var refusal = assertThrows(IOException.class, () -> WholeFile.open(file));
        assertEquals("Cannot write " + file + reason, refusal.getMessage());
    }

    /** The name in /proc of the stream that this process has open to a file. */
    private static Path streamOf(Path file) throws IOException {
        try (Stream<Path> streams = Files.list(Path.of("/proc/self/fd"))) {
            return streams.filter(stream -> leadsTo(stream, file)).findFirst().orElseThrow();
        }
    }

    private static boolean leadsTo(Path stream, Path file) {
        try {
            return Files.exists(stream) && Files.isSameFile(stream, file);
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (WholeFile out = WholeFile.open(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.commit();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
