package io.opalmind.matomo.track.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.matomo.track.Hit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of the hits of a file, whatever Matomo answers. */
class BulkImportTest {
    @TempDir
    Path directory;

    private Bed bed;

    @BeforeEach
    void make() {
        bed = new Bed(directory);
    }

    private static boolean ends(Hit hit, String end) {
        return Objects.requireNonNull(hit.get("url")).endsWith("/" + end);
    }

    @Test
    void all_hits_arrive_in_order() {
        ImportSummary summary = bed.hits(25).run();
        assertEquals(Bed.numbers(1, 25), bed.stored());
        assertEquals(25, summary.counts().delivered());
        assertEquals(25, summary.counts().lines());
        assertTrue(summary.isWhole());
        assertFalse(summary.wasDone());
        assertEquals(List.of("bulk 1+token", "bulk 9+token", "bulk 10+token", "bulk 5+token"), bed.matomo.requests());
    }

    @Test
    void several_lanes_keep_the_order_of_each_visitor() {
        bed.parallel = 4;
        bed.hits(1000).run();
        assertEquals(1000, bed.stored().size());
        for (String uid : List.of("u0", "u1", "u2")) {
            List<Integer> urls = new ArrayList<>();
            for (Hit hit : bed.matomo.stored()) {
                if (uid.equals(hit.get("uid"))) {
                    urls.add(Integer.parseInt(
                            Objects.requireNonNull(hit.get("url")).substring(14)));
                }
            }
            assertEquals(urls.stream().sorted().toList(), urls);
        }
    }

    @Test
    void bad_lines_are_refused_with_number_and_reason_and_the_rest_arrives() {
        bed.input(Bed.ndjson(1, 2) + "nonsense\n\n{\"url\":\"https://e.org/\"}\n" + Bed.ndjson(3, 4)
                + "{\"idsite\":1,\"url\":\"https://e.org/\",\"idgoal\":99}\n");
        bed.format = InputFormat.NDJSON;
        ImportSummary summary = bed.run();
        assertEquals(Bed.numbers(1, 4), bed.stored());
        assertEquals(3, summary.counts().refused());
        assertEquals(7, summary.counts().lines());
        List<String> rejected = bed.rejected();
        assertTrue(rejected.get(0).startsWith("{\"line\":3,\"field\":\"\",\"reason\":\"is no JSON"), rejected.get(0));
        assertEquals(
                "{\"line\":5,\"field\":\"idsite\",\"reason\":\"is missing\",\"text\":\"{\\\"url\\\":\\\"https://e.org/\\\"}\"}",
                rejected.get(1));
        assertTrue(rejected.get(2).startsWith("{\"line\":8,\"field\":\"idgoal\""), rejected.get(2));
    }

    @Test
    void ten_reasons_are_told_where_no_file_takes_them() {
        bed.rejects = null;
        bed.input("x=1\n".repeat(25)).run();
        assertEquals(11, bed.warnings.size());
        assertEquals("Line 1: idsite is missing.", bed.warnings.get(0));
        assertEquals("15 more lines were refused. --rejects FILE keeps them all.", bed.warnings.get(10));
    }

    @Test
    void hits_that_matomo_refuses_are_named_by_their_indices() {
        bed.matomo.refuses(hit -> ends(hit, "3") || ends(hit, "14"));
        ImportSummary summary = bed.hits(20).run();
        assertEquals(18, summary.counts().delivered());
        assertEquals(2, summary.counts().refused());
        assertFalse(bed.stored().contains("3"));
        assertTrue(
                bed.rejected().get(0).startsWith("{\"line\":3,"), bed.rejected().get(0));
        assertTrue(
                bed.rejected().get(1).startsWith("{\"line\":14,"),
                bed.rejected().get(1));
        assertTrue(
                bed.rejected().get(1).contains("\"status\":200"), bed.rejected().get(1));
    }

    @Test
    void poisoned_bulk_is_halved_and_order_kept() {
        bed.matomo.isPoisonedBy(hit -> ends(hit, "7") || ends(hit, "8") || ends(hit, "20"));
        ImportSummary summary = bed.hits(25).run();
        List<String> expected = Bed.numbers(1, 25);
        expected.removeAll(List.of("7", "8", "20"));
        assertEquals(expected, bed.stored());
        assertEquals(3, summary.counts().refused());
        assertEquals(22, summary.counts().delivered());
        assertTrue(bed.matomo.requests().size() < 20, bed.matomo.requests().toString());
    }

    @Test
    void without_indices_the_visits_log_tells_who_was_refused() {
        bed.tokenMayWrite = false;
        bed.matomo.refuses(hit -> ends(hit, "3"));
        ImportSummary summary = bed.hits(10).run();
        assertEquals(9, summary.counts().delivered());
        assertEquals(1, summary.counts().refused());
        assertTrue(
                bed.rejected().get(0).startsWith("{\"line\":3,"), bed.rejected().get(0));
        assertEquals(List.of("bulk 10"), bed.matomo.requests());
    }

    @Test
    void without_indices_and_log_nobody_is_blamed_and_nothing_sent_twice() {
        bed.tokenMayWrite = false;
        bed.matomo.refuses(hit -> ends(hit, "3")).showsOnly(hit -> !ends(hit, "3") && !ends(hit, "4"));
        ImportSummary summary = bed.hits(10).run();
        assertEquals(1, summary.counts().refused() + summary.counts().unknown() - 1);
        assertEquals(8, summary.counts().delivered());
        assertEquals(2, summary.counts().unknown());
        assertEquals(List.of("bulk 10"), bed.matomo.requests());
        assertTrue(
                bed.rejected().get(0).contains("one of 10 hits of which Matomo stored 9"),
                bed.rejected().get(0));
    }

    @Test
    void hits_that_matomo_counts_nowhere_are_found_missing() {
        bed.matomo.passesOver(hit -> ends(hit, "5"));
        ImportSummary summary = bed.hits(10).run();
        assertEquals(9, summary.counts().delivered());
        assertEquals(1, summary.counts().refused());
        assertTrue(
                bed.rejected().get(0).startsWith("{\"line\":5,"), bed.rejected().get(0));
    }

    @Test
    void secure_token_is_tried_once_and_then_hits_go_alone() {
        bed.needsToken = hit -> !ends(hit, "2");
        bed.matomo.hasSecureToken().wantsTokenFor(bed.needsToken);
        bed.parallel = 1;
        ImportSummary summary = bed.hits(4).run();
        assertEquals(4, summary.counts().delivered());
        assertEquals(Bed.numbers(1, 4), bed.stored());
        assertEquals(
                List.of("bulk 1+token", "single+token", "bulk 1", "single+token", "single+token"),
                bed.matomo.requests());
    }

    @Test
    void token_that_lanes_share_is_tried_once() {
        bed.needsToken = hit -> true;
        bed.parallel = 8;
        bed.matomo.hasSecureToken().wantsTokenFor(bed.needsToken);
        bed.hits(100).run();
        assertEquals(100, bed.stored().size());
        assertEquals(
                1,
                bed.matomo.requests().stream().filter(r -> r.startsWith("bulk")).count());
    }

    @Test
    void lockout_stops_the_import_and_blames_no_hit() {
        bed.needsToken = hit -> true;
        bed.matomo.wantsTokenFor(hit -> true).lockOut(true);
        MatomoException failure =
                assertThrows(MatomoException.class, () -> bed.hits(30).run());
        assertEquals(ErrorKind.LOCKED_OUT, failure.kind());
        assertEquals(List.of(), bed.stored());
        assertEquals(List.of(), bed.rejected());
        bed.matomo.lockOut(false);
        assertEquals(30, bed.run().counts().delivered());
        assertEquals(Bed.numbers(1, 30), bed.stored());
    }

    @Test
    void lockout_does_not_keep_hits_that_need_no_token() {
        bed.matomo.lockOut(true);
        ImportSummary summary = bed.hits(100).run();
        assertEquals(100, summary.counts().delivered());
        assertEquals(Bed.numbers(1, 100), bed.stored());
        assertTrue(bed.matomo.requests().size() < 20, bed.matomo.requests().toString());
    }

    @Test
    void passing_fault_is_retried() {
        bed.matomo.failNext(MemoryMatomo.Fault.UNREACHABLE, MemoryMatomo.Fault.RATE_LIMITED);
        assertEquals(25, bed.hits(25).run().counts().delivered());
        assertEquals(Bed.numbers(1, 25), bed.stored());
    }

    @Test
    void import_stops_where_matomo_is_gone_and_goes_on_later() {
        bed.hits(35);
        bed.progress = counts -> {
            if (counts.delivered() >= 10) {
                bed.matomo.failAlways(MemoryMatomo.Fault.UNREACHABLE);
            }
        };
        MatomoException failure = assertThrows(MatomoException.class, bed::run);
        assertEquals(ErrorKind.UNREACHABLE, failure.kind());
        assertEquals(
                "Cannot reach Matomo. The import has stopped; 10 lines are done, and the same command goes on from there.",
                failure.getMessage());
        assertEquals(Bed.numbers(1, 10), bed.stored());
        bed.matomo.failAlways(null);
        bed.progress = counts -> {};
        ImportSummary summary = bed.run();
        assertEquals(35, summary.counts().delivered());
        assertEquals(0, summary.counts().possiblyDoubled());
        assertEquals(Bed.numbers(1, 35), bed.stored());
    }

    @Test
    void lost_answer_is_settled_by_the_visits_log() {
        bed.matomo.failNext(MemoryMatomo.Fault.CUT_AFTER, MemoryMatomo.Fault.CUT_BEFORE);
        ImportSummary summary = bed.hits(25).run();
        assertEquals(Bed.numbers(1, 25), bed.stored());
        assertEquals(25, summary.counts().delivered());
        assertEquals(0, summary.counts().possiblyDoubled());
    }

    @Test
    void what_the_log_cannot_tell_is_sent_again_and_counted() {
        bed.tokenMayWrite = false;
        bed.matomo.showsOnly(hit -> !ends(hit, "4")).failNext(MemoryMatomo.Fault.CUT_AFTER);
        ImportSummary summary = bed.hits(10).run();
        assertEquals(11, bed.stored().size());
        assertEquals(1, summary.counts().possiblyDoubled());
        assertEquals(10, summary.counts().delivered());
    }

    @Test
    void resend_asks_nobody() {
        bed.tokenMayWrite = false;
        bed.onUnknown = OnUnknown.RESEND;
        bed.matomo.failNext(MemoryMatomo.Fault.CUT_AFTER);
        ImportSummary summary = bed.hits(10).run();
        assertEquals(20, bed.stored().size());
        assertEquals(10, summary.counts().possiblyDoubled());
    }

    @Test
    void skip_leaves_it_open() {
        bed.tokenMayWrite = false;
        bed.onUnknown = OnUnknown.SKIP;
        bed.matomo.failNext(MemoryMatomo.Fault.CUT_BEFORE);
        ImportSummary summary = bed.hits(15).run();
        assertEquals(5, bed.stored().size());
        assertEquals(10, summary.counts().unknown());
        assertEquals(10, bed.rejected().size());
        assertFalse(summary.isWhole());
    }

    @Test
    void repeated_order_that_matomo_refuses_is_delivered() {
        bed.tokenMayWrite = false;
        bed.batch = 1;
        bed.onUnknown = OnUnknown.RESEND;
        bed.input("idsite=1&url=https://e.org/&idgoal=0&revenue=1&ec_id=A1\n");
        bed.matomo.refuses(hit -> !bed.matomo.stored().isEmpty()).failNext(MemoryMatomo.Fault.CUT_AFTER);
        ImportSummary summary = bed.run();
        assertEquals(1, summary.counts().delivered());
        assertEquals(0, summary.counts().possiblyDoubled());
        assertEquals(1, bed.stored().size());
    }

    @Test
    void dry_run_checks_and_sends_nothing() {
        bed.dryRun = true;
        bed.input(Bed.ndjson(1, 5) + "{\"url\":\"https://e.org/\"}\n");
        ImportSummary summary = bed.run();
        assertEquals(6, summary.counts().lines());
        assertEquals(1, summary.counts().refused());
        assertEquals(0, summary.counts().delivered());
        assertEquals(List.of(), bed.matomo.requests());
        bed.dryRun = false;
        assertEquals(5, bed.run().counts().delivered());
    }

    @Test
    void site_of_the_options_stands_where_a_line_names_none() {
        bed.site = "7";
        bed.input("url=https://e.org/a\nurl=https://e.org/b&idsite=2\n").run();
        assertEquals("7", bed.matomo.stored().get(0).get("idsite"));
        assertEquals("2", bed.matomo.stored().get(1).get("idsite"));
    }

    @Test
    void standard_input_is_imported_without_a_journal() {
        bed.stdin = Bed.ndjson(1, 12);
        bed.journal = null;
        assertEquals(12, bed.run().counts().delivered());
        assertEquals(12, bed.run().counts().delivered());
        assertEquals(24, bed.stored().size());
    }

    @Test
    void empty_input_is_no_fault() {
        assertEquals(0, bed.input("\n\n").run().counts().lines());
    }

    @Test
    void hits_pass_at_the_rate_that_was_asked_for() {
        bed.rate = 100;
        bed.batch = 20;
        long start = System.nanoTime();
        assertEquals(60, bed.hits(60).run().counts().delivered());
        assertTrue(System.nanoTime() - start >= 390_000_000, "three batches, the third 400 ms after the first");
    }
}
