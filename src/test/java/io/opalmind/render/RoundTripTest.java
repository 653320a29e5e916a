package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read back is what Matomo said, whatever visitors typed; the readers are others' or written here. */
class RoundTripTest {
    private static final int ROWS = 3000;

    @Test
    void csv_is_read_back_by_an_independent_reader() throws IOException {
        List<List<String>> expected = new ArrayList<>();
        String csv = print(Format.CSV, Style.PLAIN, rows(1), expected);
        List<List<String>> read = new ArrayList<>();
        try (var reader = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(csv)) {
            reader.forEach(line -> read.add(line.getFields()));
        }
        assertEquals(expected, read);
    }

    @Test
    void tsv_is_read_back_by_splitting_and_undoing_its_escapes() {
        List<List<String>> expected = new ArrayList<>();
        String tsv = print(Format.TSV, Style.PLAIN, rows(2), expected);
        List<List<String>> read = new ArrayList<>();
        for (String line : tsv.substring(0, tsv.length() - 1).split("\n", -1)) {
            List<String> cells = new ArrayList<>();
            for (String cell : line.split("\t", -1)) {
                cells.add(unescaped(cell));
            }
            read.add(cells);
        }
        assertEquals(expected, read);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void json_is_read_back_as_the_same_values(boolean terminal) throws IOException {
        List<Row> rows = rows(3);
        String json = print(Format.JSON, new Style(terminal, false, 80), rows, new ArrayList<>());
        assertEquals(rows, read(json));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ndjson_is_read_back_as_the_same_values_from_as_many_lines(boolean terminal) throws IOException {
        List<Row> rows = rows(4);
        String ndjson = print(Format.NDJSON, new Style(terminal, false, 80), rows, new ArrayList<>());
        assertEquals(rows, read(ndjson));
        assertEquals(rows.size(), ndjson.chars().filter(c -> c == '\n').count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TABLE", "JSON", "NDJSON", "CSV", "TSV", "MARKDOWN"})
    void nothing_that_acts_on_a_terminal_reaches_one(String format) {
        String text = print(Format.valueOf(format), new Style(true, false, 80), rows(5), new ArrayList<>());
        String structure = format.equals("CSV") ? "\r\n" : format.equals("TSV") ? "\t\n" : "\n";
        assertTrue(text.codePoints().noneMatch(c -> TerminalText.isHarmful(c) && structure.indexOf(c) < 0));
    }

    private static List<Row> rows(long seed) {
        HostileText hostile = new HostileText(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(new Row().put("label", hostile.next()).put("n", i).put("other", hostile.next()));
        }
        return rows;
    }

    private static String print(Format format, Style style, List<Row> rows, List<List<String>> expected) {
        Printed printed = new Printed(format, Table.rows(List.of(), List.of()), style);
        expected.add(rows.get(0).names());
        for (Row row : rows) {
            printed.row(row);
            expected.add(List.of(text(row, "label"), ((Value.Num) row.value(1)).digits(), text(row, "other")));
        }
        return printed.finish();
    }

    private static String text(Row row, String name) {
        return HostileText.inUtf8(((Value.Text) row.get(name)).text());
    }

    private static List<Row> read(String json) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    rows.add(RowJson.readRow(parser));
                }
            }
        }
        return rows;
    }

    private static String unescaped(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            text.append("\t\n\r\\".charAt("tnr\\".indexOf(cell.charAt(i))));
        }
        return text.toString();
    }
}
