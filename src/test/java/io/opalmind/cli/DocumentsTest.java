package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.cli.completion.Shell;
import io.opalmind.matomo.ReportName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the project says of itself, held to the code. {@code -Dgolden.rewrite=true} renews what is generated. */
class DocumentsTest {
    @TempDir
    Path home;

    @Test
    void readme_names_every_report() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (ReportName report : ReportName.values()) {
            assertTrue(readme.contains("| `" + report.label() + "` |"), report.label());
        }
    }

    @Test
    void readme_has_under_two_hundred_lines() throws IOException {
        assertTrue(Files.readAllLines(Path.of("README.md")).size() < 200);
    }

    @ParameterizedTest
    @EnumSource
    void completions_are_those_of_the_commands(Shell shell) {
        Outcome script = RunCli.without(home).run("completion", shell.label());
        new Golden(Path.of("completions", shell.file()))
                .check(script.exits(0).saysNothing().stdout());
    }
}
