package io.opalmind.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What {@code --version} tells: version, commit, Java, and the state of the class-data archive. */
final class About {
    /** Written by the build: src/main/assembly/commit. */
    private static final String COMMIT = "META-INF/commit";

    private final Properties java;

    /**
     * @param java the JVM's system properties, with those that bin/opalmind adds
     */
    About(Properties java) {
        this.java = java;
    }

    /** Lines, the first of them for scripts: {@code opalmind VERSION (COMMIT, DAY)}. */
    String text() {
        return "opalmind " + Version.NUMBER + " (" + commit() + ")\n"
                + "Java " + java.getProperty("java.version") + " (" + java.getProperty("java.vendor") + " "
                + java.getProperty("java.runtime.version") + ", " + java.getProperty("java.home") + ")\n"
                + "Class-data archive: " + new ArchiveState(java).text() + "\n";
    }

    /** Not as a resource of the class loader: that takes three times as long. */
    private String commit() {
        String unknown = "unknown commit";
        Path jar = Path.of(java.getProperty("java.class.path", ""));
        if (!Files.isRegularFile(jar)) {
            return unknown;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(COMMIT);
            String commit = entry == null ? "" : read(zip, entry);
            return commit.isEmpty() ? unknown : commit;
        } catch (IOException e) {
            return unknown;
        }
    }

    private static String read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
