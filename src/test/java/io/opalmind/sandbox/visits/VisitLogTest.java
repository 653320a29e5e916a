package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The log as a whole: bounded, shared, asked by days. */
class VisitLogTest {
    @Test
    void hits_beyond_the_limit_are_refused() {
        Trial trial = new Trial(2);
        assertEquals(Tracked.STORED, trial.at("10:00:00", "action_name=One"));
        assertEquals(Tracked.IGNORED, trial.at("10:00:01", "e_c=half"));
        assertEquals(Tracked.STORED, trial.at("10:00:02", "action_name=Two"));
        assertEquals(Tracked.REFUSED, trial.at("10:00:03", "action_name=Three"));
        assertEquals(Tracked.IGNORED, trial.at("10:00:04", "e_c=half"));
        assertEquals(2, trial.visit().actions().size());
    }

    @Test
    void verdict_keeps_nothing() {
        Trial trial = new Trial();
        Hit order = Trial.usual("2026-11-24T10:00:00Z", "idgoal=0&ec_id=A1");
        assertEquals(Tracked.STORED, trial.log().verdict(order));
        assertEquals(List.of(), trial.visits());
        assertEquals(Tracked.STORED, trial.track(order));
    }

    @Test
    void visits_of_a_span_are_in_the_order_of_their_last_actions() {
        Trial trial = new Trial();
        trial.at("09:00:00", "cid=00000000000000aa");
        trial.at("09:01:00", "cid=00000000000000bb");
        trial.at("09:02:00", "cid=00000000000000aa");
        trial.at("09:03:00", "cid=00000000000000cc");
        Instant from = Instant.parse("2026-11-24T09:01:00Z");
        List<Visit> visits = trial.log().visits(1, from, from.plusSeconds(120));
        assertEquals(
                List.of("00000000000000bb", "00000000000000aa"),
                visits.stream().map(Visit::visitorId).toList());
        assertEquals(List.of(), trial.log().visits(1, from, from));
        assertEquals(List.of(), trial.log().visits(1, from.plusSeconds(1), from));
        assertEquals(List.of(), trial.log().visits(7, from, from.plusSeconds(120)));
    }

    @Test
    void visit_that_was_handed_out_stays_as_it_was() {
        Trial trial = new Trial();
        trial.at("10:00:00", "action_name=One");
        Visit before = trial.visit();
        trial.at("10:01:00", "action_name=Two");
        assertEquals(1, before.actions().size());
        assertEquals(2, trial.visit().actions().size());
        assertEquals(before.number(), trial.visit().number());
    }

    @Test
    void threads_lose_no_hit() throws Exception {
        Trial trial = new Trial();
        int threads = 8;
        int hits = 500;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> jobs = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String visitor = "&cid=000000000000000" + thread % 4;
                jobs.add(() -> {
                    boolean whole = true;
                    for (int i = 0; i < hits; i++) {
                        trial.at("10:00:00", "action_name=" + i + visitor);
                        whole &= trial.visits().size() <= 4;
                    }
                    return whole;
                });
            }
            for (Future<Boolean> done : workers.invokeAll(jobs)) {
                assertTrue(done.get(), "no visit was cut in two");
            }
        } finally {
            workers.shutdownNow();
        }
        assertEquals(
                threads * hits,
                trial.visits().stream().mapToInt(Visit::interactions).sum());
    }

    /** One visitor for each ten hits; a search through all visits at each hit would take minutes. */
    @Test
    void forty_thousand_hits_are_no_burden() {
        Trial trial = new Trial();
        for (int i = 0; i < 40_000; i++) {
            String visitor = String.format("%016x", i / 10);
            Instant at = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(10L * i);
            trial.track(
                    Trial.usual(at.toString(), "_id=" + visitor + "&cip=10." + i / 2560 % 256 + "." + i / 10 % 256));
        }
        Instant day = Instant.parse("2026-11-03T00:00:00Z");
        for (int i = 0; i < 1000; i++) {
            assertEquals(
                    864, trial.log().visits(1, day, day.plusSeconds(86_400)).size());
        }
    }
}
