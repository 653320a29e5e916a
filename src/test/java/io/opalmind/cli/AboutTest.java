package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutTest {
    private static final String ABSENT = "there/is/no/such.jsa";

    @TempDir
    Path home;

    private static Properties java(String info, String state, Path archive) {
        Properties java = new Properties();
        java.setProperty("java.version", "17.0.15");
        java.setProperty("java.vendor", "Debian");
        java.setProperty("java.runtime.version", "17.0.15+6");
        java.setProperty("java.home", "/usr/lib/jvm/17");
        java.setProperty("java.vm.info", info);
        java.setProperty("opalmind.archive.state", state);
        java.setProperty("opalmind.archive", archive.toString());
        return java;
    }

    private Path jar(String name, String text) throws IOException {
        Path jar = home.resolve("opalmind.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static String first(Path jar) {
        Properties java = java("mixed mode", "given", jar);
        java.setProperty("java.class.path", jar.toString());
        return new About(java).text().lines().findFirst().orElseThrow();
    }

    private static String archive(Properties java) {
        List<String> lines = new About(java).text().lines().toList();
        assertEquals(3, lines.size());
        assertEquals("Java 17.0.15 (Debian 17.0.15+6, /usr/lib/jvm/17)", lines.get(1));
        return lines.get(2);
    }

    @Test
    void commit_is_the_one_in_the_jar() throws IOException {
        assertEquals(
                "opalmind " + Version.NUMBER + " (1a2b3c4d5e6f-dirty, 2026-11-24)",
                first(jar("META-INF/commit", "1a2b3c4d5e6f-dirty, 2026-11-24\n")));
    }

    @Test
    void commit_is_unknown_where_the_build_knew_none() throws IOException {
        String unknown = "opalmind " + Version.NUMBER + " (unknown commit)";
        assertEquals(unknown, first(jar("META-INF/commit", "")));
        assertEquals(unknown, first(jar("META-INF/other", "1a2b3c4d5e6f, 2026-11-24\n")));
        assertEquals(unknown, first(Files.writeString(home.resolve("no.jar"), "no jar at all")));
        assertEquals(unknown, first(home.resolve("absent.jar")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mixed mode, sharing | given    | in use, there/is/no/such.jsa",
                "mixed mode          | given    | not in use (this Java or its options do not fit it), there/is/no/such.jsa",
                "mixed mode, sharing | foreign  | not in use (it belongs to another user), there/is/no/such.jsa",
                "mixed mode, sharing | unwanted | none (OPALMIND_ARCHIVE is none)",
                "mixed mode, sharing | nameless | none (there is no opalmind.id beside the jar; unpack the release again)",
                "mixed mode, sharing | ''       | none (started without bin/opalmind)"
            })
    void archive_is_in_use_only_where_java_took_the_one_it_was_given(String info, String state, String expected) {
        assertEquals("Class-data archive: " + expected, archive(java(info, state, Path.of(ABSENT))));
    }

    @Test
    void archive_that_is_being_made_is_promised_only_where_it_can_be() throws IOException {
        Path archive = home.resolve("a/b/opalmind.jsa");
        assertEquals(
                "Class-data archive: being made for the next start, " + archive,
                archive(java("mixed mode, sharing", "making", archive)));

        Path file = Files.createFile(home.resolve("file"));
        Path below = file.resolve("b/opalmind.jsa");
        assertEquals(
                "Class-data archive: none (it cannot be written there), " + below,
                archive(java("mixed mode, sharing", "making", below)));

        Files.createDirectories(archive.getParent());
        Path failure = Files.createFile(Path.of(archive + ".failed"));
        assertEquals(
                "Class-data archive: none (it could not be made, and is tried again after a day), see " + failure,
                archive(java("mixed mode, sharing", "making", archive)));
    }
}
