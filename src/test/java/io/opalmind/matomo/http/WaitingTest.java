package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited: for a server that says when to come back, and for one that does not answer. */
@ExtendWith(MatomoExtension.class)
class WaitingTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path directory;

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
    }

    private Bench bench() {
        return new Bench(matomo.url(), directory);
    }

    private static long millisOf(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    static List<Fault> oneSecond() {
        return List.of(
                Faults.tooManyRequests(Duration.ofSeconds(1)),
                Faults.rateLimit(100, 0, 1),
                Faults.status(503).with("Retry-After", "1"));
    }

    @ParameterizedTest
    @MethodSource("oneSecond")
    void wish_to_wait_is_granted_in_full(Fault fault) {
        matomo.failNext(1, fault);
        long millis = millisOf(() -> bench().api().read(Bench.VERSION));
        assertTrue(millis >= 1_000, millis + " ms");
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void wish_may_be_a_date() {
        Instant then = Instant.now().plusSeconds(2);
        matomo.failNext(1, Faults.tooManyRequests(then));
        bench().api().read(Bench.VERSION);
        // An HTTP date has whole seconds, so the second that it names may have begun just now.
        assertTrue(!Instant.now().isBefore(then.minusSeconds(1)), "asked again too early");
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void date_gone_by_means_at_once() {
        matomo.failNext(1, Faults.tooManyRequests(Instant.parse("2020-01-01T00:00:00Z")));
        bench().api().read(Bench.VERSION);
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void wish_is_granted_no_more_often_than_attempts_are_allowed() {
        matomo.failAlways(Faults.tooManyRequests(Duration.ZERO));
        Refused.version(ErrorKind.RATE_LIMITED, bench());
        assertEquals(3, matomo.requests().size());
    }

    static List<Fault> tooLong() {
        return List.of(
                Faults.tooManyRequests(Duration.ofSeconds(61)),
                Faults.rateLimit(100, 0, 3600),
                Faults.rateLimit(100, 0, Instant.now().plusSeconds(600).getEpochSecond()));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void wish_of_more_than_a_minute_is_reported_and_not_granted(Fault fault) {
        matomo.failAlways(fault);
        Refused.says(Refused.version(ErrorKind.RATE_LIMITED, bench()), "It says to come back in ");
        assertEquals(1, matomo.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "NaN days"})
    void wish_that_cannot_be_read_is_none(String wish) {
        matomo.failAlways(Faults.tooManyRequests().with("Retry-After", wish));
        Refused.version(ErrorKind.RATE_LIMITED, bench());
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void rate_limit_of_a_good_answer_changes_nothing() {
        matomo.failAlways(Faults.healthyWithRateLimit(100, 0, 3600));
        bench().api().read(Bench.VERSION);
        assertEquals(1, matomo.requests().size());
    }

    static List<Fault> delays() {
        return List.of(
                Faults.neverAnswer(),
                Faults.slowHeaders(Duration.ofSeconds(20)),
                Faults.slowBody(Duration.ofSeconds(20)),
                Faults.slowBody(Duration.ofMillis(200)));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void late_answer_ends_with_the_timeout_of_each_attempt(Fault delay) {
        for (boolean gzip : new boolean[] {true, false}) {
            matomo.gzip(gzip).failAlways(delay);
            int before = matomo.requests().size();
            long millis = millisOf(() -> Refused.says(
                    Refused.version(ErrorKind.TIMEOUT, bench().timeout(SHORT)), "300 ms", "MATOMO_TIMEOUT_MS"));
            // Without the limit the fastest of them takes ten times as long.
            assertTrue(millis < 3 * 2 * SHORT.toMillis(), millis + " ms for three attempts");
            assertEquals(3, matomo.requests().size() - before);
        }
    }

    @Test
    void slow_answer_within_the_timeout_is_good() {
        matomo.gzip(false).failNext(1, Faults.slowBody(Duration.ofMillis(1)));
        bench().api().read(Bench.VERSION);
        assertEquals(1, matomo.requests().size());
    }
}
