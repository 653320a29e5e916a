package io.opalmind.testing.matomo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * A Matomo 5.0.2 for tests: real HTTP on the loopback address, answers from recordings. Its 'today' is 2026-11-24.
 *
 * <p>A question that was not recorded gets an error that says so, and can be answered by the test itself with
 * {@link #on} or {@link #answer}. The header {@code X-Fake-Matomo} of an answer tells where it came from; what was
 * computed from several recordings is marked {@code derived}.
 */
public final class FakeMatomo implements AutoCloseable {
    /** The super user's token. */
    public static final String ADMIN_TOKEN = "ad000000000000000000000000000001";

    /** A token with view access to site 1 only. */
    public static final String VIEWER_TOKEN = "f1e000000000000000000000000000e2";

    /** A super user's token that is accepted in the body of a POST only. */
    public static final String SECURE_TOKEN = "5ec0000000000000000000000000000e";

    /** A token with write access to site 1 only: enough for hits of the past. */
    public static final String WRITER_TOKEN = "37175000000000000000000000000003";

    /** A token that Matomo does not know, as any but the four above. */
    public static final String BAD_TOKEN = "bad0000000000000000000000000000d";

    private final List<MatomoRequest> requests = new ArrayList<>();
    private final FaultPlan faults = new FaultPlan();
    private final Logins logins = new Logins();
    private final HitLog hits = new HitLog();
    private final HitCheck check;
    private final TrackingServer tracking;
    private final VisitsLog visits;
    private final ReportingApi api;
    private final Gate gate;
    private final @Nullable PrivateCa ca;
    private final Listener listener;
    private volatile boolean gzip = true;

    private FakeMatomo(Recordings recordings, @Nullable PrivateCa ca) {
        this.check = new HitCheck(recordings);
        this.tracking = new TrackingServer(hits, check, logins);
        this.visits = new VisitsLog(hits, recordings, tracking::now);
        this.api = new ReportingApi(recordings, visits);
        this.gate = new Gate(api, logins, tracking);
        this.ca = ca;
        this.listener = new Listener(new Door(), faults::drawUnread, ca);
    }

    /** Answers from {@code matomo-5.0.2/}: site 1, a shop, and a little of site 2, a blog. */
    public static FakeMatomo recorded() {
        return new FakeMatomo(Recordings.shop(), null);
    }

    /** Answers from {@code matomo-dataset/}, what Matomo made of {@code hits.ndjson}. */
    public static FakeMatomo dataset() {
        return new FakeMatomo(Recordings.dataset(), null);
    }

    /** As {@link #recorded}, by HTTPS, with a certificate of a private authority. */
    public static FakeMatomo tls() {
        return new FakeMatomo(Recordings.shop(), new PrivateCa());
    }

    /** The base URL, with a slash at its end. */
    public URI url() {
        return url("");
    }

    /** A base URL below the root, such as {@code url("stats/")}: Matomo answers at any folder's index.php. */
    public URI url(String folder) {
        return URI.create((ca == null ? "http" : "https") + "://127.0.0.1:" + port() + "/" + folder);
    }

    /** The same server by another name, {@code localhost}. */
    public URI urlByOtherHost() {
        return URI.create(url().toString().replace("127.0.0.1", "localhost"));
    }

    public int port() {
        return listener.port();
    }

    /** All requests so far, in the order of their arrival, faults included. */
    public List<MatomoRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Waits until at least so many requests have arrived; an error when they do not in time. */
    public List<MatomoRequest> awaitRequests(int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (requests) {
            while (requests.size() < count) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new AssertionError(requests.size() + " requests came in " + atMost + ", not " + count);
                }
                requests.wait(millis);
            }
            return List.copyOf(requests);
        }
    }

    /** Answers a method by a script of the test. The token is looked at before, site and date are not. */
    public FakeMatomo on(String method, Script script) {
        api.script(method, script);
        return this;
    }

    /** Answers a method by one body, sent as it stands. */
    public FakeMatomo answer(String method, String body) {
        return on(method, params -> body);
    }

    /** Answers {@code Actions.getPageUrls} with a flat report of so many rows of some 400 bytes, streamed. */
    public FakeMatomo bigPageReport(int rows) {
        gate.answerBigPageReports(rows);
        return this;
    }

    /** Speaks as Matomo 4 (numbers are strings), 5, or 6 (errors have an HTTP status). Scripts are left alone. */
    public FakeMatomo speakVersion(int major) {
        api.speak(new Speech(major));
        return this;
    }

    /** Whether clients that accept gzip get it; they do unless told otherwise. */
    public FakeMatomo gzip(boolean on) {
        gzip = on;
        return this;
    }

    /** Lets the next requests fail; further calls line up behind. */
    public FakeMatomo failNext(int requests, Fault fault) {
        faults.next(requests, fault);
        return this;
    }

    /** Lets every request fail that no other fault is meant for, until {@link #heal}. */
    public FakeMatomo failAlways(Fault fault) {
        faults.always(fault);
        return this;
    }

    /** Lets some requests fail, such as those of one method, until {@link #heal}. */
    public FakeMatomo failWhen(Predicate<MatomoRequest> when, Fault fault) {
        faults.when(when, fault);
        return this;
    }

    /** Ends all faults. */
    public FakeMatomo heal() {
        faults.heal();
        return this;
    }

    /** Closes the server, so that connections are refused, until {@link #listenAgain}. */
    public FakeMatomo refuseConnections() {
        listener.close();
        return this;
    }

    /** Listens again, at the same port. */
    public FakeMatomo listenAgain() {
        listener.reopen();
        return this;
    }

    /** What was stored, in order; a hit that came twice is there twice. */
    public List<StoredHit> hits() {
        return hits.hits();
    }

    /** How many stored hits have this value of a parameter: 0 means lost, 2 doubled. */
    public int countOf(String name, String value) {
        return hits.countOf(name, value);
    }

    /** Forgets all hits, visits and orders. */
    public FakeMatomo forgetHits() {
        hits.forget();
        return this;
    }

    /** Tells what time it is for hits, and what {@code today} is in the visits log; else that is the system's. */
    public FakeMatomo clock(Clock clock) {
        tracking.clock(clock);
        return this;
    }

    /** Answers {@code Live.getLastVisitsDetails} from the hits even while there are none. */
    public FakeMatomo visitsFromHits() {
        visits.switchOn();
        return this;
    }

    /** Chooses hits that are refused with 400 when they come alone, and let a whole bulk fail with 500. */
    public FakeMatomo poison(Predicate<Map<String, String>> hit) {
        check.poison(hit);
        return this;
    }

    /** Chooses hits that are refused: 400, or counted as invalid within a bulk. */
    public FakeMatomo refuseHits(Predicate<Map<String, String>> hit) {
        check.refuse(hit);
        return this;
    }

    /** Forgets the rejected tokens, more than 20 of which lock everyone out. */
    public FakeMatomo forgetLogins() {
        logins.forget();
        return this;
    }

    /** How many tokens were rejected. */
    public int rejectedTokens() {
        return logins.rejected();
    }

    /** The authority's certificate; of {@link #tls} only. */
    public String caPem() {
        return Objects.requireNonNull(ca, "this FakeMatomo speaks no TLS").pem();
    }

    /** The authority's certificate as a PEM file, there until this is closed; of {@link #tls} only. */
    public Path caFile() {
        return Objects.requireNonNull(ca, "this FakeMatomo speaks no TLS").file();
    }

    @Override
    public void close() {
        listener.close();
        if (ca != null) {
            ca.close();
        }
    }

    /** Takes requests one by one; each connection has a thread of its own. */
    private final class Door extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
            listener.forgetRequests();
            MatomoRequest asked = MatomoRequest.of(recorded);
            synchronized (requests) {
                requests.add(asked);
                requests.notifyAll();
            }
            boolean accepted =
                    asked.headers().getOrDefault("Accept-Encoding", "").contains("gzip");
            Exchange exchange = new Exchange(asked, () -> healthy(asked), this::healthy, gzip && accepted);
            Fault fault = faults.draw(asked);
            return fault == null ? exchange.respond().build() : fault.respond(exchange);
        }

        /** A script that throws must fail the test with its message, not by a connection that breaks. */
        private Answer healthy(MatomoRequest asked) {
            try {
                return gate.answer(asked);
            } catch (RuntimeException broken) {
                return Answer.of(500, "text/plain", "FakeMatomo failed: " + broken);
            }
        }
    }
}
