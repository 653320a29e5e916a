package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ReportName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;

/** What the project says of itself, held to the code. {@code -Dgolden.rewrite=true} renews what is generated. */
class DocumentsTest {
    private static final Path BASH = Path.of("completions/opalmind.bash");

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

    @Test
    void completion_for_bash_is_that_of_the_options() throws IOException {
        String made = AutoComplete.bash("opalmind", Commands.everything())
                .lines()
                .map(String::stripTrailing)
                .reduce("", (text, line) -> text + line + "\n");
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(BASH, made);
        }
        assertEquals(Files.readString(BASH), made);
    }
}
