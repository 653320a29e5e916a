package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The man pages of {@code docs/man}. {@code -Dgolden.rewrite=true} renews them. */
class ManPagesTest {
    private static final Path FOLDER = Path.of("docs/man");
    private static final List<String> SECTIONS = List.of(
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "EXAMPLES",
            "EXIT STATUS",
            "ENVIRONMENT",
            "FILES",
            "SEE ALSO");

    @TempDir
    Path scratch;

    /** The pages by their file names. */
    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (CommandSpec spec : HelpExamplesTest.commands()) {
            pages.put(ManPage.name(spec) + ".1", ManPage.of(spec));
        }
        for (Topic topic : Topic.values()) {
            pages.put("opalmind-" + topic.label() + ".7", TopicText.page(topic));
        }
        return pages;
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void pages_are_those_of_the_commands_and_topics() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("golden.rewrite")) {
            rewrite(pages);
        }
        assertEquals(List.copyOf(pages.keySet()), files());
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertEquals(Files.readString(FOLDER.resolve(page.getKey())), page.getValue(), page.getKey());
        }
    }

    private static void rewrite(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String stale : files()) {
            Files.delete(FOLDER.resolve(stale));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    @Test
    void roff_does_not_act_on_what_a_page_says() {
        assertEquals(
                ".PP\n.RS 4\n.EX\n\\&.TH \\(rsfB \\-\\-x \\(aqa\\(aq \\(ha\\(ti\\(ga \\[u00FC] ... \"\n\\(aqsh\n\n  \\(rs\n.EE\n.RE\n",
                new Roff()
                        .verbatim(List.of(".TH \\fB --x 'a' ^~` ü … \"", "'sh", "", "  \\"))
                        .toString());
        assertEquals(".SH \"A \\(dqB\\(dq\"\n", new Roff().section("A \"B\"").toString());
    }

    @Test
    void every_page_renders_without_a_warning_and_reads_as_typed() throws Exception {
        for (CommandSpec spec : HelpExamplesTest.commands()) {
            String text = run(List.of(
                    "groff",
                    "-man",
                    "-Tutf8",
                    "-ww",
                    "-Wbreak",
                    "-P-c",
                    "-P-b",
                    "-P-u",
                    made(ManPage.name(spec) + ".1")));
            int at = -1;
            for (String section : SECTIONS) {
                int next = text.indexOf("\n" + section + "\n");
                assertTrue(next > at, ManPage.name(spec) + " has no " + section + " where it belongs:\n" + text);
                at = next;
            }
            for (Example example : HelpExamples.of(spec)) {
                example.lines().forEach(line -> assertTrue(text.contains("           " + line + "\n"), line));
            }
            assertFalse(text.contains("\u2010\n"), () -> "a name may be broken in two:\n" + text);
            for (OptionSpec option : spec.options()) {
                assertTrue(text.contains(option.longestName()), option.longestName());
            }
        }
    }

    @Test
    void man_shows_a_page_and_a_topic() throws Exception {
        String query = man("opalmind-query.1");
        assertTrue(query.contains("opalmind-query - ask Matomo for a report"), query);
        assertTrue(query.contains("opalmind query REPORT [OPTION...]"), query);
        assertTrue(query.contains("--segment 'deviceType==smartphone' --sort revenue \\\n"), query);
        assertTrue(query.contains("--period=P\n"), query);
        for (Topic topic : Topic.values()) {
            String page = man("opalmind-" + topic.label() + ".7");
            for (String line : topic.text().split("\n")) {
                String shown = line.startsWith("  ") ? "\n         " + line + "\n" : line.split(" ")[0];
                assertTrue(page.contains(shown), () -> "'" + shown + "' is missing in:\n" + page);
            }
        }
    }

    private String man(String file) throws Exception {
        return run(List.of("man", "--warnings", "-l", made(file)));
    }

    /** The page as it is made now, whether or not it stands in the folder. */
    private String made(String file) throws IOException {
        return Files.writeString(scratch.resolve(file), pages().get(file)).toString();
    }

    /** What it prints; it must not say anything on standard error. */
    private String run(List<String> command) throws Exception {
        assumeTrue(
                ShellPath.has(command.get(0)), command.get(0) + " is not installed (packages man-db and groff-base)");
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(Map.of("MANWIDTH", "80", "LC_ALL", "C.UTF-8", "MANPAGER", "cat"));
        builder.environment().remove("MAN_KEEP_FORMATTING");
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command.toString());
        assertEquals("", Files.readString(err), command.toString());
        assertEquals(0, process.exitValue(), command.toString());
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
