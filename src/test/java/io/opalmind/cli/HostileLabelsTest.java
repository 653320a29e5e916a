package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels that a visitor typed to do harm. */
@ExtendWith(MatomoExtension.class)
class HostileLabelsTest {
    private static final List<String> LABELS = List.of(
            "/\u001b]0;owned\u0007\u001b[2J",
            "/\u202egnp.exe",
            "/a\u0000b\u0085c\u200bd",
            "/line\nfeed\r\treturn",
            "=cmd|'/c calc'!A1",
            "/\"quoted\",and;more",
            "/\ud83d\ude00 ünïcode 日本語",
            "/lone \ud800 half",
            "| pipe | `code` <b>");

    /** As PHP does: half a surrogate pair cannot stand in UTF-8. */
    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @TempDir
    Path home;

    private RunCli shell;

    @BeforeEach
    void answerWithHostileLabels(FakeMatomo matomo) throws IOException {
        ArrayNode rows = ESCAPING.createArrayNode();
        LABELS.forEach(label -> rows.addObject().put("label", label).put("nb_visits", 1));
        matomo.answer("Actions.getPageUrls", ESCAPING.writeValueAsString(rows));
        shell = RunCli.with(matomo, home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "markdown", "json", "ndjson", "csv", "tsv"})
    void nothing_acts_on_a_terminal(String format, FakeMatomo matomo) {
        Outcome outcome =
                shell.terminal(80).run("query", "popular-urls", "--columns", "label", "--no-color", "-f", format);
        outcome.exits(0).stdout().codePoints().forEach(c -> {
            boolean layout = c == '\n' || c == '\t' || c == '\r';
            boolean acts = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            assertFalse(acts && !layout, () -> "U+" + Integer.toHexString(c) + " reached the terminal as " + format);
        });
    }

    @Test
    void table_on_a_terminal_shows_them_as_escapes(FakeMatomo matomo) {
        shell.terminal(80)
                .run("query", "popular-urls", "--columns", "label,nb_visits", "--no-color")
                .exits(0)
                .printsGolden("hostile-labels.table");
    }

    @Test
    void csv_keeps_a_line_a_row(FakeMatomo matomo) {
        shell.run("query", "popular-urls", "--columns", "label,nb_visits", "-f", "csv")
                .exits(0)
                .printsGolden("hostile-labels.csv");
    }

    @Test
    void json_keeps_what_was_typed(FakeMatomo matomo) throws IOException {
        Outcome fresh = shell.run("query", "popular-urls", "--columns", "label").exits(0);
        assertEquals(LABELS.size(), fresh.json().size());
        for (int i = 0; i < LABELS.size(); i++) {
            assertEquals(LABELS.get(i), fresh.json().get(i).get("label").asText());
        }
        shell.run("query", "popular-urls", "-o", "out").exits(0);
        assertEquals(
                LABELS.get(0),
                new ObjectMapper()
                        .readTree(Files.readAllBytes(shell.path("out")))
                        .get(0)
                        .get("label")
                        .asText());
    }
}
