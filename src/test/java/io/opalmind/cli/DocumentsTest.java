package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ReportName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the project says of itself, held to the code. {@code -Dgolden.rewrite=true} renews what is generated. */
class DocumentsTest {

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
}
