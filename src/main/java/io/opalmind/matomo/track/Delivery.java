package io.opalmind.matomo.track;

import io.opalmind.matomo.MatomoException;
import io.opalmind.store.Claim;
import io.opalmind.store.HitRecord;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a hit once: claims its key, sends it, records it. Whoever dies on the way leaves the claim with the hit in it,
 * and whoever claims the key next learns of that and finds out what became of it.
 *
 * <p>What is not delivered is not kept here: the claim on it is, until the caller has put it into the queue and calls
 * {@link #release}.
 */
public final class Delivery {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final IdempotencyStore store;
    private final HitGate gate;
    private final Sending sending;
    private final Backoff backoff;
    private final Clock clock;
    private final DeliveryPolicy policy;

    public Delivery(
            IdempotencyStore store,
            HitGate gate,
            Sending sending,
            Backoff backoff,
            Clock clock,
            DeliveryPolicy policy) {
        this.store = store;
        this.gate = gate;
        this.sending = sending;
        this.backoff = backoff;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Delivers it, waiting for another process that is about to.
     *
     * @return any outcome but {@link Outcome#QUEUED}; with {@link Outcome#UNDELIVERED} and {@link Outcome#UNKNOWN} the
     *     claim is still ours
     * @throws KeyReusedException where its key stands for another hit
     * @throws io.opalmind.store.StoreException where the store fails
     */
    public DeliveryResult deliver(KeptHit hit) {
        Instant patience = clock.instant().plus(policy.patience());
        Claim claim = claim(hit);
        while (claim instanceof Claim.Held held
                && !held.left().isNegative()
                && clock.instant().isBefore(patience)) {
            if (!backoff.pause(POLL)) {
                break;
            }
            claim = claim(hit);
        }
        if (claim instanceof Claim.Completed done) {
            return duplicate(hit, done.record());
        }
        if (claim instanceof Claim.Held held) {
            return held(hit, held);
        }
        KeptHit previous = ((Claim.Granted) claim).previous();
        return send(previous == null ? hit : continued(hit, previous));
    }

    private Claim claim(KeptHit hit) {
        return store.claim(List.of(hit), policy.lease()).get(0);
    }

    private static DeliveryResult duplicate(KeptHit hit, HitRecord record) {
        String fingerprint = record.fingerprint();
        if (fingerprint != null && !fingerprint.equals(hit.fingerprint())) {
            throw new KeyReusedException(hit.key(), "delivered at " + Instant.ofEpochMilli(record.completedAt()));
        }
        KeptHit counted = hit.after(record.attempts(), false, null);
        return new DeliveryResult(Outcome.DUPLICATE, counted, record.status(), record.body(), false, null, null);
    }

    private static DeliveryResult held(KeptHit hit, Claim.Held held) {
        if (!held.hit().fingerprint().equals(hit.fingerprint())) {
            throw new KeyReusedException(hit.key(), "which " + held.owner() + " is sending");
        }
        String note = held.owner() + " is sending the hit with the key '" + hit.key() + "'; its claim ends in "
                + Math.max(1, held.left().toSeconds()) + " s";
        return new DeliveryResult(Outcome.HELD, hit, 0, "", false, null, note);
    }

    /** Somebody began to send a hit with this key and did not end. Where it is another hit, that one is not to be lost. */
    private KeptHit continued(KeptHit hit, KeptHit previous) {
        if (previous.fingerprint().equals(hit.fingerprint())) {
            return Dated.dated(previous.after(0, true, previous.lastError()));
        }
        throw new AbandonedHitException(hit.key(), previous.after(0, true, previous.lastError()));
    }

    private DeliveryResult send(KeptHit hit) {
        Instant claimed = clock.instant();
        DeliveryResult result = refusedAtTheGate(hit);
        if (result == null && clock.instant().isAfter(claimed.plus(SOON)) && !renew(hit)) {
            return lost(hit); // Matomo was asked so long that the lease ran out.
        }
        if (result == null) {
            result = sending.send(hit, () -> renew(hit));
        }
        if (result.outcome() == Outcome.DELIVERED) {
            store.complete(List.of(record(result)));
        } else if (result.outcome() == Outcome.REJECTED) {
            release(result.hit());
        }
        return result;
    }

    private boolean renew(KeptHit hit) {
        return store.renew(List.of(hit.key()), policy.lease());
    }

    private static DeliveryResult lost(KeptHit hit) {
        String note = "another process has taken the key '" + hit.key() + "' over";
        return new DeliveryResult(Outcome.HELD, hit, 0, "", false, null, note);
    }

    /** Where it cannot be asked, it is not sent either: a token that may not would run into the lockout. */
    private @Nullable DeliveryResult refusedAtTheGate(KeptHit hit) {
        try {
            HitFault fault = gate.check(Hit.ofQuery(hit.query()));
            return fault == null
                    ? null
                    : new DeliveryResult(
                            Outcome.REJECTED,
                            hit.after(0, false, fault.message()),
                            0,
                            "",
                            false,
                            new HitRefusedException(List.of(fault)),
                            null);
        } catch (MatomoException e) {
            return new DeliveryResult(Outcome.UNDELIVERED, hit.after(0, false, e.getMessage()), 0, "", false, e, null);
        }
    }

    private HitRecord record(DeliveryResult result) {
        KeptHit hit = result.hit();
        return new HitRecord(
                hit.key(),
                true,
                result.status(),
                result.body(),
                Math.max(1, hit.attempts()),
                clock.millis(),
                hit.fingerprint());
    }

    /** Ends the claim on a hit that the queue has now, or that nobody is to send. */
    public void release(KeptHit hit) {
        store.release(List.of(hit.key()));
    }
}
