package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of variables in the documentation is the code's; {@code -Dopalmind.rewrite=true} writes it anew. */
class ConfigurationDocTest {
    private static final Path DOC = Path.of("docs/configuration.md");
    private static final String HEAD = "| variable | default | meaning |\n| --- | --- | --- |\n";

    @Test
    void table_of_variables_is_the_one_of_the_code() throws IOException {
        String text = Files.readString(DOC);
        int start = text.indexOf(HEAD);
        int end = text.indexOf("\n\n", start) + 1;
        if (Boolean.getBoolean("opalmind.rewrite")) {
            Files.writeString(DOC, text.substring(0, start) + table() + text.substring(end));
        }

        assertEquals(table(), text.substring(start, end), "rebuild it with -Dopalmind.rewrite=true");
    }

    private static String table() {
        StringBuilder table = new StringBuilder(HEAD);
        for (Variable variable : Variable.values()) {
            table.append("| `").append(variable.name()).append("` | ");
            table.append(variable.defaultText()).append(" | ");
            table.append(variable.meaning()).append(" |\n");
        }
        return table.toString();
    }
}
