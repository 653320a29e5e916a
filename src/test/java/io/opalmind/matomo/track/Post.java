package io.opalmind.matomo.track;

import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.SiteLookups;
import io.opalmind.matomo.http.HttpSettings;
import io.opalmind.matomo.http.LoginMemory;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.http.Retries;
import io.opalmind.matomo.http.TrackingApi;
import io.opalmind.matomo.http.UrlTransport;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.store.HitQueue;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import io.opalmind.store.MemoryCacheStore;
import io.opalmind.store.MemoryHitQueue;
import io.opalmind.store.MemoryIdempotencyStore;
import io.opalmind.store.MemoryStatsStore;
import io.opalmind.testing.matomo.FakeMatomo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What hits need on their way to a FakeMatomo, with stores in memory and short waits. */
final class Post {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    final Clock clock = Clock.systemUTC();
    final IdempotencyStore records = new MemoryIdempotencyStore(Duration.ofDays(1), clock);
    final HitQueue queue = new MemoryHitQueue(clock);
    final List<String> log = new ArrayList<>();
    final Backoff backoff = new Backoff(1, 1);
    final HitVerifier verifier;
    final HitGate gate;
    final List<String> warnings = new ArrayList<>();
    Duration settling = Duration.ofMillis(1);
    boolean degraded;
    final TrackingApi api;

    Post(FakeMatomo matomo, Path logins) {
        this(matomo, logins, FakeMatomo.ADMIN_TOKEN);
    }

    Post(FakeMatomo matomo, Path directory, String token) {
        HttpSettings settings = new HttpSettings(matomo.url(), token, TIMEOUT, 1, 64L << 20, null, null);
        LoginMemory logins = new LoginMemory(directory.resolve("logins"), "0123456789ab", settings, clock, false);
        UrlTransport transport = new UrlTransport(settings, "opalmind/test");
        api = new TrackingApi(transport, settings, logins);
        ReportingApi reports =
                new ReportingApi(transport, settings, new Retries(1, Duration.ofMillis(1), log::add), logins);
        MemoryCacheStore store = new MemoryCacheStore(clock);
        ReportCache cache = new ReportCache(
                store,
                new MemoryStatsStore(clock),
                clock,
                Duration.ofMinutes(1),
                "0123456789ab",
                ReportCache.Use.READ_AND_WRITE,
                log::add);
        gate = new MatomoGate(new SiteLookups(() -> reports, cache), clock);
        verifier = new LiveVerifier(() -> reports, log::add);
    }

    DeliveryPolicy policy(OnUnknown onUnknown) {
        return new DeliveryPolicy(
                onUnknown, Backoff.ATTEMPTS, Duration.ofSeconds(30), Duration.ofMillis(200), settling, true);
    }

    Delivery delivery(OnUnknown onUnknown) {
        return delivery(policy(onUnknown));
    }

    private Delivery delivery(DeliveryPolicy policy) {
        return new Delivery(
                records,
                gate,
                new Sending(() -> api, gate, verifier, backoff, policy, clock, warnings::add, log::add),
                backoff,
                clock,
                policy);
    }

    Flusher flusher() {
        return new Flusher(delivery(OnUnknown.VERIFY), records, queue, policy(OnUnknown.VERIFY), clock);
    }

    Flusher inPassing() {
        DeliveryPolicy policy = policy(OnUnknown.VERIFY).inPassing();
        return new Flusher(delivery(policy), records, queue, policy, clock);
    }

    Tracker tracker() {
        return tracker(OnUnknown.VERIFY);
    }

    Tracker tracker(OnUnknown onUnknown) {
        return new Tracker(delivery(onUnknown), queue, flusher(), flusher(), () -> degraded, clock);
    }

    DeliveryResult track(KeptHit hit) {
        return tracker().track(hit, true, false);
    }

    FlushSummary flush() {
        return flusher().flush(Instant.MAX, true);
    }

    /** Another process claims it and dies. */
    void abandon(KeptHit hit) {
        records.claim(List.of(hit), Duration.ofNanos(1));
        while (records.abandoned(1).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    List<KeptHit> waiting() {
        List<KeptHit> hits = new ArrayList<>();
        queue.forEachWaiting(hits::add);
        return hits;
    }

    List<KeptHit> dead() {
        List<KeptHit> hits = new ArrayList<>();
        queue.forEachDead(hits::add);
        return hits;
    }

    /** An event of a visitor, with a key of its own where none is given. */
    KeptHit event(String name, @Nullable String key) {
        return hit("idsite=1&_id=0123456789abcdef&e_c=test&e_a=go&ca=1&e_n=" + name, key);
    }

    KeptHit hit(String query, @Nullable String key) {
        return new HitPreparation("0123456789ab")
                .prepare(null, Hit.ofQuery(query), key, clock.instant())
                .kept();
    }
}
