package io.opalmind.matomo.track.bulk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, their numbers and places, and what stands in them, in every format. */
class ReadingTest {
    /** {@code number@offset {members}} of each line, or the reason why it is none. */
    private static List<String> read(InputStream in) throws IOException {
        List<String> found = new ArrayList<>();
        try (ImportSource source = ImportSource.open(() -> in, null, null)) {
            while (source.next()) {
                LineHit hit = new LineHit(null);
                String place = source.lines().number() + "@" + source.lines().offset() + " ";
                try {
                    source.read(hit.begin());
                    found.add(place + hit.members());
                } catch (BadLineException e) {
                    found.add(place + e.reason());
                }
            }
        }
        return found;
    }

    private static List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Hands over a byte at a time, as a slow pipe does. */
    private static InputStream dripping(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(1, length));
            }
        };
    }

    @Test
    void json_keeps_digits_and_writes_nested_values() throws IOException {
        assertEquals(
                List.of("1@0 {a=1.50, b=1, c=0, e=[[\"x\",1]], f=ü}", "4@67 {g=}"),
                read(
                        "{\"a\":1.50,\"b\":true,\"c\":false,\"d\":null,\"e\":[[\"x\",1]],\"f\":\"ü\"}\r\n\n  \n{\"g\":\"\"}"));
    }

    @Test
    void broken_json_is_one_bad_line() throws IOException {
        List<String> found = read("{\"a\":1}\n{\"a\":\n[1]\n{\"a\":1} {\n{\"b\":2}");
        assertEquals(5, found.size());
        assertTrue(found.get(1).startsWith("2@8 is no JSON"), found.get(1));
        assertEquals("3@14 is no JSON object", found.get(2));
        assertEquals("5@28 {b=2}", found.get(4));
    }

    @Test
    void json_array_is_refused_with_advice() {
        assertTrue(assertThrows(ImportRefusedException.class, () -> read("[\n{\"a\":1}\n]"))
                .getMessage()
                .contains("jq -c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idsite=1&url=a%20b",
                "?idsite=1&url=a+b",
                "https://m.org/matomo.php?idsite=1&url=a%20b",
                "/matomo.php?idsite=1&&url=a%20b",
                "GET /matomo.php?idsite=1&url=a%20b HTTP/1.1",
                "1.2.3.4 - - [24/Nov/2026:10:00:00 +0000] \"GET /matomo.php?idsite=1&url=a%20b HTTP/1.1\" 204 0",
                "idsite=2&url=a b&idsite=1&token_auth=secret"
            })
    void query_strings_come_in_many_dresses(String line) throws IOException {
        assertEquals(List.of("1@0 {idsite=1, url=a b}"), read(line));
    }

    @Test
    void unencoded_question_mark_belongs_to_its_value() throws IOException {
        assertEquals(List.of("1@0 {url=https://e.org/?x=1, idsite=1}"), read("url=https://e.org/?x=1&idsite=1"));
    }

    @Test
    void damaged_query_is_one_bad_line() throws IOException {
        List<String> found = read("a=1\na=%zz\nnothing\nb=2\n");
        assertTrue(found.get(1).startsWith("2@4 has a damaged escape"), found.get(1));
        assertEquals("3@10 is no query string", found.get(2));
        assertEquals("4@18 {b=2}", found.get(3));
    }

    @Test
    void csv_reads_quotes_line_ends_and_empty_cells() throws IOException {
        String csv = "\uFEFFidsite,url,name\r\n1,\"a,\"\"b\"\"\nc\",\r\n\r\n2,x,\"\"\n3,y\n";
        List<String> expected = List.of(
                "2@20 {idsite=1, url=a,\"b\"\nc}", "5@38 {idsite=2, url=x}", "6@45 has 2 cells, and the header 3");
        assertEquals(expected, read(csv));
        assertEquals(expected, read(dripping(csv)));
    }

    @Test
    void quote_that_is_never_closed_costs_one_line() throws IOException {
        List<String> found = read("a,b\n1,\"x\n2,y\n3,z\n");
        assertEquals("2@4 opens a quote and does not close it", found.get(0));
        assertEquals(List.of("3@9 {a=2, b=y}", "4@13 {a=3, b=z}"), found.subList(1, 3));
    }

    @Test
    void semicolons_and_tabs_separate_where_there_is_no_comma() throws IOException {
        assertEquals(List.of("2@4 {a=1, b=x,y}"), read("a;b\n1;x,y\n"));
        assertEquals(List.of("2@4 {a=1, b=x,y}"), read("a\tb\n1\tx,y\n"));
    }

    @Test
    void header_that_names_a_column_twice_is_refused() {
        assertThrows(ImportRefusedException.class, () -> read("a,b,a\n1,2,3\n"));
    }

    @Test
    void whatever_another_writer_quotes_is_read_as_another_reader_reads_it() throws IOException {
        Random random = new Random(17);
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("a", "b", "c");
            for (int i = 0; i < 2000; i++) {
                writer.writeRecord(cell(random), cell(random), cell(random) + "x");
            }
        }
        List<String> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.toString())) {
            reader.stream().skip(1).forEach(record -> expected.add(members(record)));
        }
        List<String> found = read(dripping(text.toString()));
        assertEquals(
                expected,
                found.stream().map(line -> line.substring(line.indexOf('{'))).toList());
    }

    private static String cell(Random random) {
        String letters = "a\",\n\r 中";
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            cell.append(letters.charAt(random.nextInt(letters.length())));
        }
        return cell.toString();
    }

    private static String members(CsvRecord record) {
        StringBuilder members = new StringBuilder("{");
        for (int i = 0; i < 3; i++) {
            if (!record.getField(i).isEmpty()) {
                members.append(members.length() > 1 ? ", " : "")
                        .append("abc".charAt(i))
                        .append('=')
                        .append(record.getField(i));
            }
        }
        return members.append('}').toString();
    }

    @Test
    void gzip_is_known_by_its_magic() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (String part : List.of("a=1\n", "b=2\n")) {
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(List.of("1@0 {a=1}", "2@4 {b=2}"), read(new ByteArrayInputStream(packed.toByteArray())));
    }

    @Test
    void endless_line_is_refused_and_the_next_one_read() throws IOException {
        String found = read("a=1\nb=" + "x".repeat(5_000_000) + "\nc=3\n").toString();
        assertEquals("[1@0 {a=1}, 2@4 is longer than 1048576 bytes, 3@5000007 {c=3}]", found);
    }

    @Test
    void longest_line_is_read() throws IOException {
        String line = "b=" + "x".repeat(Lines.LONGEST - 2);
        assertEquals(List.of("1@0 {" + line + "}", "2@1048577 {c=3}"), read(line + "\nc=3"));
    }

    @Test
    void text_that_is_no_utf8_is_refused() throws IOException {
        byte[] bytes = "a,b\n1,\u00e9\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("2@4 is not UTF-8", "3@8 {a=2, b=x}"), read(new ByteArrayInputStream(bytes)));
    }

    @Test
    void line_numbers_survive_the_journal() {
        for (long[] numbers : new long[][] {{}, {1}, {5, 6, 9, 1000, 1_000_000_000_000L}}) {
            StringBuilder text = new StringBuilder("I ");
            LineSet.write(text, numbers, numbers.length);
            List<Long> read = new ArrayList<>();
            assertEquals(numbers.length, LineSet.read(text.toString(), 2, read::add));
            assertArrayEquals(numbers, read.stream().mapToLong(Long::longValue).toArray(), Arrays.toString(numbers));
        }
    }
}
