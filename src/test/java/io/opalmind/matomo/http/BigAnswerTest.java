package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.matomo.ErrorKind;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are longer than what is held: their end is still on the wire when their first rows are read. */
@ExtendWith(MatomoExtension.class)
class BigAnswerTest {
    private static final int ROWS = 20_000;
    private static final ApiCall PAGES =
            new ApiCall("Actions.getPageUrls").with("idSite", 1).with("filter_limit", -1);

    @TempDir
    Path directory;

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh.bigPageReport(ROWS);
    }

    private Bench bench() {
        return new Bench(matomo.url(), directory);
    }

    private static int rows(ReportingApi api, Duration pause) throws IOException {
        try (ApiAnswer answer = api.call(PAGES);
                JsonParser json = answer.json()) {
            LockSupport.parkNanos(pause.toNanos());
            int rows = 0;
            while (json.nextToken() == JsonToken.START_OBJECT) {
                json.skipChildren();
                rows++;
            }
            assertNull(json.nextToken(), "something stands behind the rows"); // Looks as far as the end of the body.
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void all_rows_arrive(boolean gzip) throws IOException {
        matomo.gzip(gzip);
        ReportingApi api = bench().api();
        assertEquals(ROWS, rows(api, Duration.ZERO));
        assertEquals(ROWS, rows(api, Duration.ZERO));
        assertEquals(
                matomo.requests().get(0).connection(), matomo.requests().get(1).connection());
    }

    /** Rows that someone looks at in a pager: it is not the server that takes its time. */
    @Test
    void reader_may_take_longer_than_the_timeout() throws IOException {
        Bench bench = bench().timeout(Duration.ofSeconds(2));
        assertEquals(ROWS, rows(bench.api(), Duration.ofMillis(2_500)));
    }

    static List<Fault> cuts() {
        return List.of(Faults.cutBody(), Faults.chunkedWithoutLastChunk());
    }

    /** Rows have been handed on by then, so it cannot be asked for again. */
    @ParameterizedTest
    @MethodSource("cuts")
    void cut_in_the_middle_is_an_error(Fault cut) {
        matomo.gzip(false).failAlways(cut);
        Refused.says(
                Refused.with(ErrorKind.UNREACHABLE, () -> rows(bench().api(), Duration.ZERO)),
                "Matomo at 127.0.0.1:" + matomo.port());
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void json_cut_in_the_middle_is_a_bad_answer() {
        matomo.failAlways(Faults.truncatedJson());
        ReportingApi api = bench().api();
        Refused.says(Refused.with(ErrorKind.BAD_ANSWER, () -> api.read(PAGES)), "damaged or cut short");
        assertEquals(1, matomo.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 2 << 20})
    void answer_over_the_limit_is_too_large(int limit) {
        ReportingApi api = bench().maxBytes(limit).api();
        Refused.says(
                Refused.with(ErrorKind.TOO_LARGE, () -> api.read(PAGES)),
                limit == 1_000 ? "more than 1000 bytes" : "more than 2 MB",
                "MATOMO_MAX_RESPONSE_MB");
        assertEquals(1, matomo.requests().size());
    }

    /** Small on the wire: what counts is what it unpacks to. */
    @Test
    void limit_holds_for_the_unpacked_answer() {
        matomo.answer("Test.bomb", "[\"" + "0".repeat(3 << 20) + "\"]");
        ReportingApi api = bench().maxBytes(1 << 20).api();
        Refused.with(ErrorKind.TOO_LARGE, () -> api.read(new ApiCall("Test.bomb")));
    }

    @Test
    void answer_of_exactly_the_limit_is_good() {
        matomo.answer("Test.full", "[1234567]");
        bench().maxBytes(9).api().read(new ApiCall("Test.full"));
        ReportingApi api = bench().maxBytes(8).api();
        Refused.with(ErrorKind.TOO_LARGE, () -> api.read(new ApiCall("Test.full")));
    }

    @Test
    void reader_may_leave_early() throws IOException {
        ReportingApi api = bench().api();
        try (ApiAnswer answer = api.call(PAGES)) {
            assertEquals('[', (char) answer.head()[0]);
        }
        api.read(Bench.VERSION);
    }
}
