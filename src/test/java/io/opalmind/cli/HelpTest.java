package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ReportName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        String reports = help.substring(help.indexOf("Reports:"), help.indexOf("Options:"));
        String words = reports.replaceAll("\\s+", " ");
        for (ReportName report : ReportName.values()) {
            assertTrue(words.contains(" " + report.label() + " " + report.description()), report.label());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "query", "track", "track event", "inspect-redis", "inspect-redis get", "help", "health"})
    void help_as_a_command_is_the_help_of_the_one_it_names(String command) {
        String help = shell.run((command + " --help").strip().split(" ")).stdout();
        shell.run(("help " + command).strip().split(" ")).exits(0).saysNothing().prints(help);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            help qery            | No command or topic 'qery'. Did you mean 'query'? Try 'opalmind help'.
            help segmets         | No command or topic 'segmets'. Did you mean 'segments'? Try 'opalmind help'.
            help exit-code       | No command or topic 'exit-code'. Did you mean 'exit-codes'? Try 'opalmind help'.
            help track evnt      | No command 'evnt'. Did you mean 'event'? Try 'opalmind track --help'.
            help trac event      | No command or topic 'trac'. Did you mean 'track'? Try 'opalmind help'.
            help query campaigns | 'campaigns' is one argument too many. Try 'opalmind query --help'.
            """)
    void help_for_what_there_is_not_names_what_was_meant(String line, String message) {
        shell.run(line.strip().split(" ")).exits(2).printsNothing().says(message);
    }

    @Test
    void help_names_every_topic() {
        String help = shell.run("help").stdout();
        for (Topic topic : Topic.values()) {
            assertTrue(help.contains("\n  " + topic.label() + " "), topic.label());
        }
        shell.run("help", "nosuch").exits(2).saysOneLineWith("There are: ", "dates", "query", "Try 'opalmind help'.");
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
