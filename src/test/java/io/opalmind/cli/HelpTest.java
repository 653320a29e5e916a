package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ReportName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    private static final int WIDTH = 80;

    @TempDir
    Path home;

    private RunCli shell;

    @BeforeEach
    void configureNothing() {
        shell = RunCli.without(home);
    }

    static Stream<String> helps() {
        return Stream.concat(
                Stream.of("--help", "-h"),
                Commands.NAMES.stream().flatMap(name -> Stream.of(name + " --help", "--help " + name, name + " -h")));
    }

    @ParameterizedTest
    @MethodSource("helps")
    void help_needs_no_configuration_and_fits_a_terminal(String args) {
        Outcome help = shell.terminal(WIDTH).run(args.split(" ")).exits(0).saysNothing();
        help.stdout().lines().forEach(line -> assertTrue(line.length() <= WIDTH, () -> "too long: " + line));
        assertTrue(help.stdout().startsWith("Usage: opalmind"), help.stdout());
    }

    @Test
    void help_is_shown_whatever_else_is_wrong() {
        String help = shell.run("query", "--help").stdout();
        shell.run("query", "nosuch", "--nosuch", "--limit", "ten", "--help")
                .exits(0)
                .prints(help);
    }

    @Test
    void help_names_every_report() {
        String help = shell.run("query", "--help").stdout();
        String reports = help.substring(help.indexOf("Reports:"), help.indexOf("Examples:"));
        String words = reports.replaceAll("\\s+", " ");
        for (ReportName report : ReportName.values()) {
            assertTrue(words.contains(" " + report.label() + " " + report.description()), report.label());
        }
    }

    @Test
    void examples_of_the_help_are_understood() {
        String help = shell.run("query", "--help").stdout();
        String[] examples = help.substring(help.indexOf("Examples:")).split("\n");
        assertEquals(4, examples.length);
        for (int i = 1; i < examples.length; i++) {
            String[] words = (examples[i].strip() + " --explain").split(" ");
            String[] args = Stream.of(words).skip(1).toArray(String[]::new);
            RunCli configured = shell.env("MATOMO_BASE_URL", "https://matomo.invalid/")
                    .env("MATOMO_TOKEN", "0123456789abcdef0123456789abcdef")
                    .env("MATOMO_DEFAULT_SITE_ID", "1");
            configured.run(args).exits(0);
        }
    }

    @Test
    void version_says_that_it_knows_neither_commit_nor_archive_outside_of_a_jar() {
        String first = "opalmind " + Version.NUMBER + " (unknown commit)\n";
        for (String option : List.of("--version", "-V")) {
            String text = shell.run(option).exits(0).saysNothing().stdout();
            assertTrue(text.startsWith(first + "Java " + System.getProperty("java.version") + " ("), text);
            assertTrue(text.endsWith(")\nClass-data archive: none (started without bin/opalmind)\n"), text);
        }
    }
}
