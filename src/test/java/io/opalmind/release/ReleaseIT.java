package io.opalmind.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.release.Release.Member;
import io.opalmind.testing.matomo.FakeMatomo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The members of the release. */
class ReleaseIT {
    private static Map<String, Member> members;
    private static Map<String, byte[]> jar;

    @BeforeAll
    static void read() throws IOException {
        members = Release.members();
        jar = Release.jar();
    }

    /** The files of a folder of the release, by their names below it. */
    private static Set<String> files(String folder) {
        return members.values().stream()
                .filter(member -> member.entry().isFile() && member.name().startsWith(folder))
                .map(member -> member.name().substring(folder.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> filesOf(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Test
    void members_are_the_super_users_and_of_one_time() throws IOException {
        Matcher time = Pattern.compile("outputTimestamp>(.+)</").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(time.find());
        for (Member member : members.values()) {
            TarArchiveEntry entry = member.entry();
            assertEquals(
                    "0 0 root root " + Instant.parse(time.group(1)),
                    entry.getLongUserId() + " " + entry.getLongGroupId() + " " + entry.getUserName() + " "
                            + entry.getGroupName() + " "
                            + entry.getLastModifiedTime().toInstant(),
                    member.name());
        }
    }

    @Test
    void programs_may_be_run_and_all_the_rest_read() {
        for (Member member : members.values()) {
            boolean open = member.entry().isDirectory() || member.name().startsWith("bin/");
            assertEquals(open ? 0755 : 0644, member.entry().getMode() & 07777, member.name());
            assertTrue(member.entry().isDirectory() || member.entry().isFile(), member.name() + " is a link or device");
        }
    }

    @Test
    void programs_completions_pages_and_documents_are_those_of_the_source() throws IOException {
        assertEquals(Set.of("opalmind", "opalmind-archive"), files("bin/"));
        assertEquals(Set.of("opalmind.id", "opalmind.jar"), files("lib/"));
        assertEquals(filesOf(Path.of("completions")), files("completions/"));
        assertTrue(files("completions/").contains("opalmind.bash"));

        Set<String> pages = new TreeSet<>();
        for (String page : filesOf(Path.of("docs", "man"))) {
            pages.add("man" + page.charAt(page.length() - 1) + "/" + page);
        }
        assertEquals(pages, files("share/man/"));

        Set<String> documents = new TreeSet<>(filesOf(Path.of("docs")));
        documents.removeIf(name -> name.startsWith("man/"));
        assertEquals(documents, files("docs/"));
        for (String file : List.of("bin/opalmind", "README.md", "CHANGELOG.md", "LICENSE")) {
            assertArrayEquals(
                    Files.readAllBytes(Path.of(file)), members.get(file).content(), file);
        }
    }

    @Test
    void nothing_that_only_tests_need_is_in_it() {
        assertTrue(jar.containsKey("io/opalmind/cli/Main.class"));
        for (String name : jar.keySet()) {
            assertFalse(name.startsWith("io/opalmind/testing/"), name);
            assertFalse(name.matches("io/opalmind/.*(Test|IT)(\\$.*)?\\.class"), name);
            assertFalse(name.startsWith("org/junit/") || name.startsWith("org/testcontainers/"), name);
        }
    }

    @Test
    void no_token_and_no_settings_are_in_it() {
        Collection<byte[]> contents = new ArrayList<>(jar.values());
        members.values().forEach(member -> contents.add(member.content()));
        for (byte[] content : contents) {
            assertFalse(new String(content, StandardCharsets.ISO_8859_1).contains(FakeMatomo.ADMIN_TOKEN), "a token");
        }
        for (String name : members.keySet()) {
            assertFalse(name.endsWith(".env") || name.endsWith("/token"), name);
        }
    }

    /** An archive is for one Java and one path, and would be most of the release. */
    @Test
    void no_class_data_archive_is_in_it_but_the_name_for_one() throws Exception {
        assertEquals(
                Set.of(),
                members.keySet().stream().filter(name -> name.endsWith(".jsa")).collect(Collectors.toSet()));
        Process cksum = new ProcessBuilder("cksum").start();
        cksum.getOutputStream().write(members.get("lib/opalmind.jar").content());
        cksum.getOutputStream().close();
        String sum = text(cksum.getInputStream().readAllBytes());
        assertEquals(sum.replace(" ", ""), text(members.get("lib/opalmind.id").content()));
    }

    @Test
    void checksum_is_the_archives_as_sha256sum_reads_it() throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Release.ARCHIVE));
        assertEquals(
                HexFormat.of().formatHex(sum) + " *" + Release.ARCHIVE.getFileName(),
                Files.readString(Path.of(Release.ARCHIVE + ".sha256")).strip());
    }

    @Test
    void licences_and_notices_are_in_the_release_and_in_the_jar() {
        assertTrue(text(members.get("LICENSE").content()).contains("END OF TERMS AND CONDITIONS"));
        for (String notice : List.of(
                "THIRD-PARTY.txt",
                "jackson-core-jar/NOTICE",
                "jackson-core-jar/FastDoubleParser-LICENSE",
                "lettuce-core-jar/LICENSE",
                "slf4j-api-jar/LICENSE.txt")) {
            assertArrayEquals(
                    jar.get("META-INF/third-party/" + notice),
                    members.get("third-party/" + notice).content(),
                    notice);
        }
        assertEquals(
                Set.of(),
                members.keySet().stream()
                        .filter(name -> name.startsWith("third-party/") && name.endsWith("/"))
                        .filter(folder -> files(folder).isEmpty())
                        .collect(Collectors.toSet()));
    }
}
