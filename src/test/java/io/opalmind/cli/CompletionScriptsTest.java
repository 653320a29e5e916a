package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opalmind.cli.completion.CommandWords;
import io.opalmind.cli.completion.OptionWords;
import io.opalmind.cli.completion.Shell;
import io.opalmind.cli.completion.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts in {@code completions/}, and the command that prints them. */
class CompletionScriptsTest {
    @TempDir
    Path home;

    private static Path file(Shell shell) {
        return Path.of("completions", shell.file());
    }

    @ParameterizedTest
    @EnumSource
    void shell_understands_the_script(Shell shell) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(shell.label(), "-n", file(shell).toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, shell.label() + " is not installed: apt-get install " + shell.label());
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", said);
        assertEquals(0, process.waitFor());
    }

    /** A label such as text|json lists all there is; the declaration must too. */
    @Test
    void label_that_lists_values_lists_those_that_are_completed() {
        int lists = 0;
        for (CommandWords command : CompletionWords.all().commands()) {
            for (OptionWords option : command.options()) {
                Values values = option.values();
                if (values != null && option.label().matches("[a-z]+(\\|[a-z]+)+")) {
                    assertEquals(List.of(option.label().split("\\|")), values.words(), command.path() + option.names());
                    lists++;
                }
            }
        }
        assertTrue(lists > 20, lists + " options");
    }

    @ParameterizedTest
    @EnumSource
    void help_says_how_to_install_it(Shell shell) {
        String help = RunCli.without(home).run("completion", "--help").exits(0).stdout();
        assertTrue(help.contains("opalmind completion " + shell.label()), help);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "completion tcsh | No completions for 'tcsh'. There are: bash, zsh, fish.",
                "completion | Which shell? bash, zsh, fish.",
                "completion bash --sites | --sites and SHELL exclude each other; leave one out."
            })
    void other_shells_are_refused(String args, String message) {
        RunCli.without(home).run(args.split(" ")).exits(2).printsNothing().saysLineWith(message);
    }

    @ParameterizedTest
    @CsvSource({"SITE_MAPPING_PATH, sites.json, 0", "SITE_MAPPING_PATH, gone.json, 3", "OPALMIND_PROFILE, gone, 3"})
    void sites_are_listed_whatever_else_is_wrong(String variable, String value, int code) {
        Outcome outcome = RunCli.without(home)
                .env("MATOMO_TIMEOUT_MS", "soon")
                .env(variable, value)
                .file(
                        "sites.json",
                        "{\"Shop\": 1, \"a,b\": 2, \" \": 3, \"\\u001b[31m\": 4, \"tab\\t\": 5, \"Blog – zwei\": 6}")
                .run("completion", "--sites");
        outcome.exits(code);
        if (code == 0) {
            assertEquals(
                    List.of("1\tShop", "6\tBlog – zwei"),
                    outcome.stdout().lines().toList());
        }
    }
}
