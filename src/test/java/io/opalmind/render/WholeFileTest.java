package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void a_committed_file_is_there_whole_and_alone() throws IOException {
        Path file = folder.resolve("report.csv");
        write(file, "label\r\n");
        assertEquals("label\r\n", Files.readString(file));
        assertEquals(List.of("report.csv"), names());
    }

    @Test
    void nothing_is_seen_of_it_before_commit() throws IOException {
        Path file = Files.writeString(folder.resolve("report.csv"), "before");
        try (WholeFile out = WholeFile.open(file)) {
            out.write("after".getBytes(StandardCharsets.UTF_8));
            assertEquals("before", Files.readString(file));
            out.commit();
        }
        assertEquals("after", Files.readString(file));
    }

    @Test
    void given_up_it_leaves_nothing_behind() throws IOException {
        Path file = Files.writeString(folder.resolve("report.csv"), "before");
        WholeFile out = WholeFile.open(file);
        out.write(new byte[100_000]);
        out.close();
        out.close();
        assertEquals("before", Files.readString(file));
        assertEquals(List.of("report.csv"), names());
        var refusal = assertThrows(IOException.class, out::commit);
        assertTrue(refusal.getMessage().endsWith("it was given up before it was whole."), refusal.getMessage());
    }

    @Test
    void a_new_file_has_the_permissions_of_any_new_file() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("report.csv");
        write(file, "x");
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
    }

    @Test
    void a_file_that_is_replaced_keeps_its_permissions() throws IOException {
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rwxr-x--x")) {
            Path file = Files.writeString(folder.resolve("report.csv"), "before");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, "after");
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals("after", Files.readString(file));
        }
    }

    @Test
    void the_temporary_file_of_a_secret_one_is_secret_too() throws IOException {
        Path file = Files.writeString(folder.resolve("report.csv"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (WholeFile out = WholeFile.open(file)) {
            out.write('x');
            for (String name : names()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
            }
            assertEquals(2, names().size());
        }
    }

    @Test
    void behind_a_symbolic_link_the_file_is_replaced_and_the_link_stays() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("report.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/report.csv"));
        write(link, "after");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("after", Files.readString(file));
    }

    @Test
    void a_link_to_a_file_that_is_not_there_yet_makes_it() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("report.csv"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("second"), link);
        write(linkToLink, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(folder.resolve("report.csv")));
    }

    @Test
    void a_name_as_long_as_names_may_be_is_written() throws IOException {
        Path file = folder.resolve("x".repeat(255));
        write(file, "long");
        assertEquals("long", Files.readString(file));
    }

    @Test
    void a_file_under_a_reader_stays_what_it_was_for_it() throws IOException {
        Path file = Files.writeString(folder.resolve("report.csv"), "before");
        Object before = Files.getAttribute(file, "unix:ino");
        try (var reader = Files.newBufferedReader(file)) {
            write(file, "after");
            assertEquals("before", reader.readLine());
        }
        assertNotEquals(before, Files.getAttribute(file, "unix:ino"));
    }

    @Test
    void a_commit_that_fails_leaves_nothing_behind() throws IOException {
        Path file = folder.resolve("report.csv");
        WholeFile out = WholeFile.open(file);
        out.write('x');
        Files.createDirectory(file);
        Files.createFile(file.resolve("inside"));
        var refusal = assertThrows(IOException.class, out::commit);
        assertTrue(refusal.getMessage().startsWith("Cannot write " + file + ": "), refusal.getMessage());
        out.close();
        assertEquals(List.of("report.csv"), names());
        assertTrue(Files.isDirectory(file));
    }

    private static void write(Path file, String text) throws IOException {
        try (WholeFile out = WholeFile.open(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.commit();
        }
        assertFalse(Files.isDirectory(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
