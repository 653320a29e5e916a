package io.opalmind.matomo.track.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.HitRecord;
import io.opalmind.store.KeptHit;
import io.opalmind.store.MemoryIdempotencyStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports whose lines hold idempotency keys. */
class KeysTest {
    @TempDir
    Path directory;

    private final MemoryIdempotencyStore store = new MemoryIdempotencyStore(Duration.ofDays(1), Clock.systemUTC());
    private Bed bed;

    @BeforeEach
    void make() {
        bed = new Bed(directory);
        bed.keyField = "event_id";
        bed.records = store;
    }

    private static String line(String key, int page) {
        return "idsite=1&uid=u" + page % 3 + "&url=https://e.org/" + page + "&event_id=" + key + "\n";
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i <= to; i++) {
            lines.append(line("k" + i, i));
        }
        return lines.toString();
    }

    @Test
    void delivered_keys_are_recorded_and_not_sent_as_a_parameter() {
        bed.input(lines(1, 25)).run();
        HitRecord record = store.find(List.of("k25")).get(0);
        assertNotNull(record);
        assertTrue(record.ok());
        assertEquals(200, record.status());
        assertEquals(null, bed.matomo.stored().get(0).get("event_id"));
    }

    @Test
    void keys_delivered_before_are_duplicates() {
        bed.input(lines(1, 25)).run();
        bed.restart = true;
        bed.input(lines(11, 30));
        ImportSummary summary = bed.run();
        assertEquals(15, summary.counts().duplicate());
        assertEquals(5, summary.counts().delivered());
        assertEquals(Bed.numbers(1, 30), bed.stored());
        assertTrue(summary.isWhole());
    }

    @Test
    void key_that_comes_twice_in_a_file_is_a_duplicate() {
        ImportSummary summary =
                bed.input(lines(1, 5) + line("k3", 3) + lines(6, 7)).run();
        assertEquals(1, summary.counts().duplicate());
        assertEquals(Bed.numbers(1, 7), bed.stored());
    }

    @Test
    void key_with_other_content_is_refused() {
        ImportSummary summary = bed.input(lines(1, 5) + line("k3", 33)).run();
        assertEquals(1, summary.counts().refused());
        assertTrue(bed.rejected().get(0).contains("has the key 'k3' of a hit that was delivered with other content"));
    }

    @Test
    void line_without_a_key_is_refused() {
        ImportSummary summary =
                bed.input("idsite=1&url=https://e.org/1\n" + lines(2, 2)).run();
        assertEquals(1, summary.counts().refused());
        assertEquals(List.of("2"), bed.stored());
    }

    @Test
    void key_that_another_holds_is_waited_for() {
        MemoryIdempotencyStore other = store.another();
        KeptHit held = new KeptHit("k2", "f", "v", "q", 0, false, 0, null);
        other.claim(List.of(held), Duration.ofMinutes(1));
        bed.matomo.onRequest(() -> other.release(List.of("k2")));
        ImportSummary summary = bed.input(lines(1, 3)).run();
        assertEquals(3, summary.counts().delivered());
        assertEquals(List.of("1", "3", "2"), bed.stored());
    }

    @Test
    void hit_that_another_left_in_doubt_is_asked_for() {
        bed.input(lines(1, 3)).run();
        // As a process leaves it that was killed between sending and recording.
        MemoryIdempotencyStore forgetful = new MemoryIdempotencyStore(Duration.ofDays(1), Clock.systemUTC());
        bed.records = forgetful;
        forgetful.another().claim(bed.kept(3), Duration.ofNanos(1));
        bed.restart = true;
        ImportSummary summary = bed.input(lines(3, 4)).run();
        assertEquals(Bed.numbers(1, 4), bed.stored());
        assertEquals(2, summary.counts().delivered());
    }

    @Test
    void other_hit_left_in_doubt_under_a_key_is_delivered_in_its_place() {
        KeptHit left = new KeptHit("k2", "f", "1/uid=x", "idsite=1&url=https%3A%2F%2Fe.org%2F99", 0, true, 1, null);
        store.another().claim(List.of(left), Duration.ofNanos(1));
        ImportSummary summary = bed.input(lines(1, 3)).run();
        assertEquals(List.of("1", "99", "3"), bed.stored());
        assertEquals(1, summary.counts().refused());
        assertTrue(
                bed.rejected().get(0).contains("of another hit"), bed.rejected().get(0));
    }

    @Test
    void refused_hits_let_their_keys_go() {
        bed.matomo.refuses(hit -> String.valueOf(hit.get("url")).endsWith("2"));
        bed.input(lines(1, 3)).run();
        assertEquals(List.of(), store.abandoned(10));
        assertEquals(null, store.find(List.of("k2")).get(0));
    }
}
