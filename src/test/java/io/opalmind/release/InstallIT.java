package io.opalmind.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opalmind.cli.Version;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The release, unpacked and run. */
@ExtendWith(MatomoExtension.class)
class InstallIT {
    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path temp;

    /** A path without a space, whatever the build's is: Java 17 keeps none of our classes of one with a space. */
    private Installed plain() throws IOException, InterruptedException {
        return Installed.of(temp.resolve("user"), Release.unpackInto(temp.resolve("opt")) + "/bin/opalmind");
    }

    /** Through a link to a link, found by PATH, from a folder with a space. */
    private Installed linked() throws IOException, InterruptedException {
        Path folder = Release.unpackInto(temp.resolve("my programs"));
        Path current = Files.createSymbolicLink(temp.resolve("current"), folder);
        Path bin = Files.createDirectories(temp.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("opalmind"), Path.of("../" + current.getFileName() + "/bin/opalmind"));
        return Installed.of(temp.resolve("user"), "opalmind").with("PATH", bin + ":" + System.getenv("PATH"));
    }

    @Test
    void help_comes_through_links_and_from_a_path_with_a_space() throws Exception {
        String help = linked().run("--help");
        assertTrue(help.contains("query") && help.contains("track"), help);
    }

    @Test
    void report_comes_through_links_and_from_a_path_with_a_space(FakeMatomo matomo) throws Exception {
        String report = linked().with("MATOMO_BASE_URL", matomo.url().toString())
                .with("MATOMO_TOKEN", FakeMatomo.ADMIN_TOKEN)
                .with("MATOMO_DEFAULT_SITE_ID", "1")
                .run("query", "popular-urls", "-f", "csv");
        assertTrue(report.startsWith("label,"), report);
    }

    @Test
    void document_installs_it_and_removes_it() throws Exception {
        Path user = temp.resolve("user");
        Installed shell =
                Installed.of(user, "sh").with("PATH", user.resolve(".local/bin") + ":" + System.getenv("PATH"));
        List<String> blocks = SHELL.matcher(Files.readString(Path.of("docs", "install.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertEquals(4, blocks.size(), "to install, completions, man pages, to remove");

        String said = shell.run("-euc", "cd '" + Release.ARCHIVE.getParent() + "'\n" + blocks.get(0));
        assertTrue(said.startsWith(Release.NAME + ".tar.gz: OK\nopalmind " + Version.NUMBER + " ("), said);
        shell.run("-euc", blocks.get(1));
        assertTrue(Files.exists(user.resolve(".local/share/bash-completion/completions/opalmind")));
        shell.run("-euc", blocks.get(2));
        shell.run("-euc", blocks.get(3));
        assertEquals("", shell.run("-euc", "find ~/.local ~/.config -name '*opalmind*'"));
    }

    @Test
    void version_tells_the_commit_that_was_built() throws Exception {
        assumeTrue(Files.exists(Path.of(".git")), "no checkout");
        Process git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD").start();
        String head = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(git.waitFor() == 0, "no git");
        String first = linked().run("--version").lines().findFirst().orElseThrow();
        assertTrue(
                first.matches("opalmind " + Version.NUMBER + " \\(" + head + "(-dirty)?, \\d{4}-\\d\\d-\\d\\d\\)"),
                first);
    }

    @Test
    void archive_is_made_at_the_first_use_and_anew_where_the_release_is_moved_to() throws Exception {
        Installed here = plain().makingArchives();
        String made = here.settledArchive();
        assertTrue(made.startsWith("in use, " + temp.resolve("user/.cache/opalmind") + temp.resolve("opt")), made);

        Path there = Files.move(temp.resolve("opt"), temp.resolve("elsewhere"));
        Installed moved = Installed.of(temp.resolve("user"), there + "/" + Release.NAME + "/bin/opalmind")
                .makingArchives();
        assertTrue(moved.archive().startsWith("being made for the next start, "), "it would be refused for ever");
        String remade = moved.settledArchive();
        assertTrue(remade.startsWith("in use, "), remade);
        assertNotEquals(made, remade);
    }

    @Test
    void archive_is_made_anew_for_a_jar_of_another_time() throws Exception {
        Installed installed = plain().makingArchives();
        assertTrue(installed.settledArchive().startsWith("in use, "));
        Path jar = temp.resolve("opt").resolve(Release.NAME).resolve("lib/opalmind.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        assertTrue(installed.archive().startsWith("being made for the next start, "));
        assertTrue(installed.settledArchive().startsWith("in use, "));
    }

    @Test
    void release_runs_without_an_archive_where_none_can_be_written() throws Exception {
        Installed installed = plain().makingArchives().with("XDG_CACHE_HOME", "/dev/null/cache");
        for (int time = 0; time < 2; time++) {
            String state = installed.archive();
            assertTrue(state.startsWith("none (it cannot be written there), /dev/null/cache/opalmind/"), state);
        }
    }

    @Test
    void java_that_can_make_no_archive_is_asked_once() throws Exception {
        Path java = Files.createDirectories(temp.resolve("jvm/bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\ncase \" $* \" in *' -Xshare:dump '*) echo asked >>'" + temp.resolve("asked")
                        + "'; echo 'no archive from me' >&2; exit 1 ;; esac\nexec '" + System.getProperty("java.home")
                        + "/bin/java' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Installed installed =
                plain().makingArchives().with("JAVA_HOME", temp.resolve("jvm").toString());
        String state = installed.settledArchive();
        assertTrue(state.startsWith("none (it could not be made, and is tried again after a day), see "), state);
        Path why = Path.of(state.substring(state.indexOf("see ") + 4));
        assertEquals("no archive from me\n", Files.readString(why));
        installed.archive();
        assertEquals("asked\n", Files.readString(temp.resolve("asked")));
    }
}
