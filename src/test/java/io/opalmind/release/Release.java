package io.opalmind.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.cli.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What {@code mvn package} made to be installed. */
final class Release {
    static final String NAME = "opalmind-" + Version.NUMBER;
    static final Path ARCHIVE = Path.of("target", NAME + ".tar.gz").toAbsolutePath();

    private Release() {}

    /** A member of the archive, its name without the top folder. */
    record Member(TarArchiveEntry entry, String name, byte[] content) {}

    /** Files and folders, in the order of the archive. */
    static Map<String, Member> members() throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(ARCHIVE);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertEquals(NAME + "/", entry.getName().substring(0, NAME.length() + 1), "outside of the top folder");
                String name = entry.getName().substring(NAME.length() + 1);
                members.put(name, new Member(entry, name, tar.readAllBytes()));
            }
        }
        return members;
    }

    /** What is in the release's jar, by name. */
    static Map<String, byte[]> jar() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] jar = members().get("lib/opalmind.jar").content();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** Unpacks it with the system's tar, as its users do. */
    static Path unpackInto(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process tar = new ProcessBuilder("tar", "-xzf", ARCHIVE.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor(), "tar");
        return folder.resolve(NAME);
    }
}
