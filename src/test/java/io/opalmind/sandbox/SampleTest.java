package io.opalmind.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T00:30:00Z"), ZoneOffset.UTC);

    @Test
    void sample_is_the_data_set() throws IOException {
        try (InputStream sample = Sample.class.getResourceAsStream("sample.ndjson.gz");
                InputStream hits = SampleTest.class.getResourceAsStream("/matomo-dataset/hits.ndjson")) {
            assertNotNull(sample);
            assertNotNull(hits);
            assertArrayEquals(hits.readAllBytes(), new GZIPInputStream(sample).readAllBytes());
        }
    }

    @Test
    void its_thirty_days_end_yesterday() throws IOException {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Hits.Line line : Sample.hits().lines()) {
            String cdt = Sample.moving(CLOCK).move(line.parameters().getOrDefault("cdt", ""));
            days.add(LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(cdt)), ZoneOffset.UTC));
        }
        assertEquals(30, days.size());
        assertEquals(LocalDate.parse("2027-02-28"), days.last());
    }

    @Test
    void every_hit_of_it_is_kept() throws IOException {
        try (Sandbox sandbox = Sandbox.start(0, SampleSites.all(), Sandbox.randomToken(), 5000, CLOCK)) {
            Filled filled = sandbox.fill(Sample.hits(), Sample.moving(CLOCK));
            assertNull(filled.firstFault());
            assertEquals(2044, filled.lines());
            assertEquals(2044, filled.stored());
        }
    }

    @Test
    void moving_keeps_what_is_no_time() {
        assertEquals("2026-11-23 10:00:00", new Moving(3).move("2026-11-23 10:00:00"));
        assertEquals("259200", new Moving(3).move("0"));
        assertEquals("0", Moving.NONE.move("0"));
    }
}
