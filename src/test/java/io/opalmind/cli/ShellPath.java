package io.opalmind.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** What shells in tests find on their {@code PATH}. */
final class ShellPath {
    private ShellPath() {}

    /** Whether this machine has that program. */
    static boolean has(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The user's path, with a folder before all others. */
    static String behind(Path folder) {
        return folder + ":" + System.getenv("PATH");
    }

    /**
     * An {@code opalmind} of the classes under test, in a folder that is made for it.
     *
     * @param before lines of sh that run first, each with its end
     */
    static Path opalmind(Path folder, String before) throws IOException {
        Path file = Files.createDirectories(folder).resolve("opalmind");
        Files.writeString(
                file,
                "#!/bin/sh\n" + before + "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path")
                        + "' " + Main.class.getName() + " \"$@\"\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
