package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.matomo.MatomoRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MatomoExtension.class)
class RedirectsTest {
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

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void other_path_of_the_host_is_asked_with_the_body(int status) {
        matomo.failNext(1, Faults.redirectToPath(status, "/moved/index.php"));
        ApiCall call = new ApiCall("SitesManager.getSiteFromId").with("idSite", 1);
        bench().api().read(call);
        MatomoRequest followed = matomo.requests().get(1);
        assertEquals("POST", followed.http());
        assertEquals("/moved/index.php", followed.path());
        assertEquals(matomo.requests().get(0).rawQuery(), followed.rawQuery());
        assertEquals(matomo.requests().get(0).form(), followed.form());
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void other_host_gets_nothing() {
        try (FakeMatomo other = FakeMatomo.recorded()) {
            matomo.failAlways(Faults.redirectToHost(302, other.urlByOtherHost()));
            Refused.says(
                    Refused.version(ErrorKind.BAD_ANSWER, bench()),
                    "redirects to http://localhost:" + other.port(),
                    "the token is not sent there",
                    "set MATOMO_BASE_URL");
            assertEquals(0, other.requests().size());
            assertEquals(1, matomo.requests().size());
        }
    }

    /** Another port of the host is another server, and anyone may run it. */
    @Test
    void other_port_gets_nothing() {
        try (FakeMatomo other = FakeMatomo.recorded()) {
            matomo.failAlways(Faults.redirectToHost(302, other.url()));
            Refused.says(
                    Refused.version(ErrorKind.BAD_ANSWER, bench()), "redirects to http://127.0.0.1:" + other.port());
            assertEquals(0, other.requests().size());
        }
    }

    @Test
    void http_may_lead_to_https(@MatomoExtension.Tls FakeMatomo tls) {
        matomo.failAlways(Faults.redirectToHost(301, tls.url()));
        bench().trust(tls.caFile()).api().read(Bench.VERSION);
        assertEquals(1, tls.requests().size());
    }

    @Test
    void https_does_not_lead_back_to_http(@MatomoExtension.Tls FakeMatomo tls) {
        tls.failAlways(Faults.redirectToHost(301, matomo.url()));
        Bench bench = new Bench(tls.url(), directory).trust(tls.caFile());
        Refused.says(Refused.version(ErrorKind.BAD_ANSWER, bench), "redirects to http://127.0.0.1:" + matomo.port());
        assertEquals(0, matomo.requests().size());
        assertEquals(1, tls.requests().size());
    }

    @Test
    void circle_ends() {
        matomo.failAlways(Faults.redirectToItself(302));
        Refused.says(Refused.version(ErrorKind.BAD_ANSWER, bench()), "in a circle", "MATOMO_BASE_URL");
        assertEquals(6, matomo.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "ht tp://x", "mailto:admin@example.com", "ftp://127.0.0.1/x", "//"})
    void address_that_cannot_be_followed_is_a_bad_answer(String location) {
        matomo.failAlways(Faults.status(302).with("Location", location));
        Refused.says(Refused.version(ErrorKind.BAD_ANSWER, bench()), "redirects to no readable address");
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void redirect_to_nowhere_is_a_bad_answer() {
        matomo.failAlways(Faults.status(302));
        Refused.says(Refused.version(ErrorKind.BAD_ANSWER, bench()), "HTTP 302");
    }
}
