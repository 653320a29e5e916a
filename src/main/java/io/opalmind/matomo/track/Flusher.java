package io.opalmind.matomo.track;

import io.opalmind.matomo.MatomoException;
import io.opalmind.store.HitQueue;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what waits: first the hits that dead processes left in their claims, then the queue, shard by shard, each in
 * order. It stops at the first sign that Matomo is away, as every further hit would only wait for the same.
 */
public final class Flusher {
    private static final int BATCH = 100;
    /** For so long the sender of a hit waits while those before it are delivered. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Delivery delivery;
    private final IdempotencyStore store;
    private final HitQueue queue;
    private final DeliveryPolicy policy;
    private final Clock clock;

    public Flusher(Delivery delivery, IdempotencyStore store, HitQueue queue, DeliveryPolicy policy, Clock clock) {
        this.delivery = delivery;
        this.store = store;
        this.queue = queue;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Delivers until nothing waits, Matomo is away, or the time is over.
     *
     * @param all whether also what is not due yet
     */
    public FlushSummary flush(Instant until, boolean all) {
        Round round = new Round(until, all, null);
        round.abandoned();
        for (int shard = 0; shard < HitQueue.SHARDS && round.goesOn(); shard++) {
            long waiting = queue.waiting(shard);
            for (long before = Long.MAX_VALUE; waiting > 0 && waiting < before && round.goesOn(); ) {
                round.shard(shard);
                before = waiting;
                waiting = queue.waiting(shard);
            }
        }
        return round.summary();
    }

    /**
     * Delivers what waits before this hit, and then it.
     *
     * @return {@link Outcome#QUEUED} where it still waits
     */
    DeliveryResult deliverUpTo(KeptHit hit) {
        Round round = new Round(clock.instant().plus(PATIENCE), false, hit.key());
        round.shard(HitQueue.shard(hit.visitor()));
        DeliveryResult wanted = round.wanted;
        return wanted == null
                ? new DeliveryResult(
                        Outcome.QUEUED, hit, 0, "", false, round.failure, "earlier hits of this visitor wait")
                : wanted;
    }

    /** One pass. */
    private final class Round {
        private final Instant until;
        private final boolean all;
        private final @Nullable String wantedKey;
        private @Nullable DeliveryResult wanted;
        private long delivered;
        private long duplicate;
        private long refused;
        private long possiblyDoubled;
        private long unknown;
        private @Nullable RuntimeException failure;

        private Round(Instant until, boolean all, @Nullable String wantedKey) {
            this.until = until;
            this.all = all;
            this.wantedKey = wantedKey;
        }

        private boolean goesOn() {
            return failure == null && clock.instant().isBefore(until);
        }

        private FlushSummary summary() {
            return new FlushSummary(
                    delivered,
                    duplicate,
                    refused,
                    possiblyDoubled,
                    unknown,
                    queue.summary().pending(),
                    failure);
        }

        /**
         * What cannot be delivered stays in its claim, which is ours now and abandoned again when this process ends. Not
         * in the queue: it may stand there already, without a word of the attempt that was made since.
         */
        private void abandoned() {
            boolean more = true;
            while (more && goesOn()) {
                List<KeptHit> hits = store.abandoned(BATCH);
                more = hits.size() == BATCH;
                for (KeptHit hit : hits) {
                    if (!goesOn()) {
                        return;
                    }
                    more &= takeUp(hit.after(0, true, hit.lastError()));
                }
            }
        }

        /** Whether the claim is ended, so that it does not come again. */
        private boolean takeUp(KeptHit hit) {
            DeliveryResult result = deliver(hit);
            switch (result.outcome()) {
                case DELIVERED, DUPLICATE -> {
                    return true;
                }
                case REJECTED -> {
                    // The queue will hear the same of it, and makes a dead letter of it.
                    queue.add(List.of(result.hit()));
                    return true;
                }
                case UNDELIVERED -> failure = result.failure();
                case UNKNOWN, HELD, QUEUED -> {}
            }
            return false;
        }

        private void shard(int number) {
            try (HitQueue.Shard shard = queue.take(number, policy.lease(), all)) {
                boolean more = shard != null;
                while (more && shard != null && goesOn()) {
                    List<KeptHit> hits = shard.next(BATCH);
                    more = !hits.isEmpty();
                    for (KeptHit hit : hits) {
                        more &= goesOn() && end(shard, hit, deliver(hit));
                    }
                }
            }
        }

        private DeliveryResult deliver(KeptHit hit) {
            DeliveryResult result = Flusher.this.attempt(hit);
            delivered += result.outcome() == Outcome.DELIVERED ? 1 : 0;
            duplicate += result.outcome() == Outcome.DUPLICATE ? 1 : 0;
            unknown += result.outcome() == Outcome.UNKNOWN ? 1 : 0;
            possiblyDoubled += result.possiblyDoubled() ? 1 : 0;
            if (hit.key().equals(wantedKey)) {
                wanted = result;
            }
            return result;
        }

        /** Whether the shard goes on behind that hit. */
        private boolean end(HitQueue.Shard shard, KeptHit hit, DeliveryResult result) {
            switch (result.outcome()) {
                case DELIVERED, DUPLICATE -> shard.delivered(List.of(hit));
                case REJECTED -> {
                    shard.refused(result.hit());
                    refused++;
                }
                case UNDELIVERED -> {
                    shard.failed(result.hit(), due(result));
                    delivery.release(hit);
                    failure = result.failure();
                    wanted = null;
                    return false;
                }
                case UNKNOWN -> {
                    shard.refused(result.hit().after(0, true, result.note()));
                    delivery.release(hit);
                }
                case HELD, QUEUED -> {
                    return false;
                }
            }
            return true;
        }
    }

    /** What a key that stands for another hit makes of a queued one: nobody waits there for an error, so a dead letter. */
    private DeliveryResult attempt(KeptHit hit) {
        try {
            return delivery.deliver(hit);
        } catch (AbandonedHitException e) {
            queue.add(List.of(e.other()));
            delivery.release(hit);
            return new DeliveryResult(Outcome.HELD, hit, 0, "", false, null, e.getMessage());
        } catch (KeyReusedException e) {
            return new DeliveryResult(Outcome.REJECTED, hit.after(0, false, e.getMessage()), 0, "", false, e, null);
        }
    }

    private Instant due(DeliveryResult result) {
        if (result.failure() instanceof MatomoException.ComeBackLater later) {
            return clock.instant().plus(later.after());
        }
        int doublings = Math.min(10, result.hit().attempts() / policy.attempts());
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
