package io.opalmind.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What {@code --version} tells: version, commit, Java, and the state of the class-data archive. */
final class About {
    private final Properties java;
    private final ArchiveState archive;

    /**
     * @param java the JVM's system properties, with those that bin/opalmind adds
     */
    About(Properties java) {
        this.java = java;
        this.archive = new ArchiveState(java);
    }

    /** Lines, the first of them for scripts: {@code opalmind VERSION (COMMIT, DAY)}. */
    String text() {
        return "opalmind " + Version.NUMBER + " (" + commit() + ")\n"
                + "Java " + java.getProperty("java.version") + " (" + java.getProperty("java.vendor") + " "
                + java.getProperty("java.runtime.version") + ", " + java.getProperty("java.home") + ")\n"
                + "Class-data archive: " + archive.text() + "\n";
    }

    /** As the build wrote it down (src/main/assembly/commit). */
    private static String commit() {
        String unknown = "unknown commit";
        try (InputStream in = About.class.getResourceAsStream("commit")) {
            String commit = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return commit.isEmpty() ? unknown : commit;
        } catch (IOException e) {
            return unknown;
        }
    }
}
