package io.opalmind.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitsTest {
    private static final String TWO = "{\"idsite\":1,\"url\":\"https://a.example/é\"}\n\n{\"idsite\":\"2\"}\n";

    private static Hits read(byte[] bytes) throws IOException {
        return Hits.read(new ByteArrayInputStream(bytes), 3);
    }

    private static Hits read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void values_become_the_texts_that_php_makes_of_them() throws IOException {
        Hits hits = read("{\"n\":1,\"f\":19.70,\"t\":true,\"no\":false,\"nil\":null,\"s\":\"x\",\"a\":[[\"é\",2.5]]}");
        Map<String, String> wanted = Map.of("n", "1", "f", "19.70", "t", "1", "no", "", "s", "x", "a", "[[\"é\",2.5]]");
        assertEquals(wanted, hits.lines().get(0).parameters());
    }

    @Test
    void hits_know_their_lines_zipped_or_not() throws IOException {
        for (Hits hits : List.of(read(TWO), read(zipped(TWO)))) {
            assertEquals(2, hits.size());
            assertEquals(3, hits.lines().get(1).number());
            assertEquals("https://a.example/é", hits.lines().get(0).parameters().get("url"));
        }
    }

    @Test
    void empty_file_holds_no_hits() throws IOException {
        assertEquals(0, read("").size());
        assertEquals(0, read(zipped("")).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | idsite=1&rec=1",
                "2 | {\"a\":1}~[1]",
                "2 | {\"a\":1}~{\"a\":",
                "3 | {\"a\":1}~~7",
                "4 | {}~{}~{}~{}"
            })
    void fault_names_its_line_and_nothing_of_the_text(int line, String text) {
        BadHitsException fault = assertThrows(BadHitsException.class, () -> read(text.replace('~', '\n')));
        assertEquals(line, fault.line());
        assertTrue(fault.getMessage().startsWith("line " + line + ": "), fault.getMessage());
    }

    @Test
    void more_hits_than_fit_are_to_be_cut() {
        BadHitsException fault = assertThrows(BadHitsException.class, () -> read("{}\n".repeat(4)));
        assertEquals("line 4: more than 3 hits do not fit", fault.getMessage());
        assertEquals("Take a part of the file, such as its first lines: head -n 3.", fault.advice());
    }

    @Test
    void text_beyond_what_is_read_is_a_fault() {
        String deep = "{\"a\":1}\n{\"a\":" + "[".repeat(2_000);
        BadHitsException fault = assertThrows(BadHitsException.class, () -> read(deep));
        assertEquals("line 2: a text of this length, or JSON this deep, does not fit", fault.getMessage());
    }

    @Test
    void damaged_gzip_and_other_charsets_are_faults() throws IOException {
        byte[] zip = zipped(TWO.repeat(1));
        assertThrows(BadHitsException.class, () -> read(Arrays.copyOf(zip, zip.length - 12)));
        zip[zip.length / 2] ^= 0x55;
        assertThrows(BadHitsException.class, () -> read(zip));
        assertThrows(BadHitsException.class, () -> read("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void sites_that_nobody_described_are_made_up() throws IOException {
        Hits hits = read("{\"idsite\":7,\"idgoal\":3}\n{\"idsite\":7,\"url\":\"https://shop.example:8443/x?y\"}\n"
                + "{\"idsite\":1}\n");
        List<Site> sites = SitesOfHits.madeUp(hits, SampleSites.all());
        Site plain = Site.plain(7, "https://shop.example:8443");
        assertEquals(List.of(plain.withGoals(List.of(new Goal(3, "Goal 3", "", 0)))), sites);
    }

    @Test
    void there_is_a_site_even_without_hits() throws IOException {
        assertEquals(List.of(Site.plain(1, "")), SitesOfHits.madeUp(read(""), new Sites(List.of())));
        assertEquals(List.of(), SitesOfHits.madeUp(read("{\"idsite\":\"x\"}"), SampleSites.all()));
    }
}
