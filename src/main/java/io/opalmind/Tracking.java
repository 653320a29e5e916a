package io.opalmind;

import io.opalmind.matomo.http.TrackingApi;
import io.opalmind.matomo.track.Backoff;
import io.opalmind.matomo.track.Delivery;
import io.opalmind.matomo.track.DeliveryPolicy;
import io.opalmind.matomo.track.Flusher;
import io.opalmind.matomo.track.HitGate;
import io.opalmind.matomo.track.HitVerifier;
import io.opalmind.matomo.track.Sending;
import io.opalmind.matomo.track.Tracker;
import io.opalmind.store.HitQueue;
import io.opalmind.store.IdempotencyStore;
import java.time.Clock;
import java.util.function.Supplier;

/** All that hits need on their way to the configured Matomo. Made by {@link OpalMind#tracking}, which closes it. */
public final class Tracking {
    private final String matomo;
    private final IdempotencyStore records;
    private final HitQueue queue;
    private final HitGate gate;
    private final HitVerifier verifier;
    private final Backoff backoff = new Backoff();
    private final Supplier<TrackingApi> api;
    private final Clock clock;
    private final Notices notices;
    private final Tracker tracker;
    private final Flusher flusher;

    Tracking(
            String matomo,
            IdempotencyStore records,
            HitQueue queue,
            HitGate gate,
            HitVerifier verifier,
            Supplier<TrackingApi> api,
            DeliveryPolicy policy,
            Tracker.Degradation stores,
            Clock clock,
            Notices notices) {
        this.matomo = matomo;
        this.records = records;
        this.queue = queue;
        this.gate = gate;
        this.verifier = verifier;
        this.api = api;
        this.clock = clock;
        this.notices = notices;
        this.flusher = flusher(policy.inTheBackground());
        this.tracker = new Tracker(delivery(policy), queue, flusher, flusher(policy.inPassing()), stores, clock);
    }

    private Delivery delivery(DeliveryPolicy how) {
        Sending sending = new Sending(api, gate, verifier, backoff, how, clock, notices::warn, notices::detail);
        return new Delivery(records, gate, sending, backoff, clock, how);
    }

    private Flusher flusher(DeliveryPolicy how) {
        return new Flusher(delivery(how), records, queue, how, clock);
    }

    /** Tells this Matomo from others: 12 hexadecimal digits of a hash over its base URL. */
    public String matomo() {
        return matomo;
    }

    /** Delivers a hit, or keeps it. */
    public Tracker tracker() {
        return tracker;
    }

    /** Delivers what was kept. */
    public Flusher flusher() {
        return flusher;
    }

    public IdempotencyStore records() {
        return records;
    }

    public HitQueue queue() {
        return queue;
    }

    public HitGate gate() {
        return gate;
    }

    public HitVerifier verifier() {
        return verifier;
    }

    /** Waits between attempts; to be stopped where the process is to end. */
    public Backoff backoff() {
        return backoff;
    }

    /** Matomo's Tracking API. */
    public TrackingApi api() {
        return api.get();
    }

    void close() {
        backoff.stop();
        records.close();
        queue.close();
    }
}
