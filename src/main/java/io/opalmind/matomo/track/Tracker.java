package io.opalmind.matomo.track;

import io.opalmind.store.HitQueue;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tracks a hit: delivers it now, or keeps it in the queue, behind what waits there of the same visitor. */
public final class Tracker {
    /** Tells how it stands with the stores. */
    public interface Degradation {
        /** Whether what is claimed now is known to this host alone, though the configuration says otherwise. */
        boolean isDegraded();
    }

    private final Delivery delivery;
    private final HitQueue queue;
    private final Flusher flusher;
    private final Flusher inPassing;
    private final Degradation stores;
    private final Clock clock;

    /** @param inPassing delivers other hits on the way out */
    public Tracker(
            Delivery delivery, HitQueue queue, Flusher flusher, Flusher inPassing, Degradation stores, Clock clock) {
        this.delivery = delivery;
        this.queue = queue;
        this.flusher = flusher;
        this.inPassing = inPassing;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Tracks it.
     *
     * @param keeps whether what cannot be delivered is queued
     * @param strict whether it is queued, not sent, where the shared store cannot be reached
     * @throws KeyReusedException where its key stands for another hit
     * @throws io.opalmind.store.StoreException where it can be neither delivered nor kept
     */
    public DeliveryResult track(KeptHit hit, boolean keeps, boolean strict) {
        if (keeps && queue.waiting(HitQueue.shard(hit.visitor())) > 0) {
            return behindTheOthers(hit);
        }
        if (strict && stores.isDegraded()) {
            return keeps ? keep(undelivered(hit)) : undelivered(hit);
        }
        DeliveryResult result = deliver(hit);
        if (result.outcome() != Outcome.UNDELIVERED) {
            return result;
        }
        DeliveryResult left = keeps ? keep(result) : result;
        if (keeps || !result.hit().mayHaveArrived()) {
            delivery.release(hit); // Else the claim stays, as the only trace of a hit that may have arrived.
        }
        return left;
    }

    private static DeliveryResult undelivered(KeptHit hit) {
        return new DeliveryResult(
                Outcome.UNDELIVERED,
                hit,
                0,
                "",
                false,
                null,
                "the shared store is away, and --strict sends nothing then");
    }

    private DeliveryResult deliver(KeptHit hit) {
        try {
            return delivery.deliver(hit);
        } catch (AbandonedHitException e) {
            queue.add(List.of(e.other()));
            delivery.release(hit);
            throw e;
        }
    }

    /** Order is kept by the queue: what is in it goes first, and this one after it, now if it can. */
    private DeliveryResult behindTheOthers(KeptHit hit) {
        KeptHit dated = Dated.dated(hit);
        queue.add(List.of(dated));
        return flusher.deliverUpTo(dated);
    }

    private DeliveryResult keep(DeliveryResult result) {
        KeptHit dated = Dated.dated(result.hit());
        queue.add(List.of(dated));
        return new DeliveryResult(
                Outcome.QUEUED,
                dated,
                result.status(),
                result.body(),
                result.possiblyDoubled(),
                result.failure(),
                result.note());
    }

    /** What waits, and what an earlier process left undecided, as far as it can be done quickly. */
    public FlushSummary deliverWhatIsDue(Duration atMost) {
        return inPassing.flush(clock.instant().plus(atMost), false);
    }
}
