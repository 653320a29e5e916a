package io.opalmind.matomo.track;

import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Finds out what became of a hit that was sent and not answered. That the visits log shows it is proof; that it does not
 * is proof only when Matomo cannot be at it any more, as a busy server stores a hit long after its sender gave up.
 */
final class Settlement {
    /** What to do. */
    enum Verdict {
        ARRIVED,
        SEND,
        /** It may be there twice then, which was said. */
        SEND_ANYWAY,
        LEAVE,
        /** Ask again later. */
        NOT_YET
    }

    /** No sender works on a hit for longer than so many times the timeout of a request. */
    private static final int LONGEST_DELIVERY = 12;

    private final HitVerifier verifier;
    private final DeliveryPolicy policy;
    private final Backoff backoff;
    private final Clock clock;
    private final Consumer<String> warn;
    private final Instant begun;

    Settlement(HitVerifier verifier, DeliveryPolicy policy, Backoff backoff, Clock clock, Consumer<String> warn) {
        this.verifier = verifier;
        this.policy = policy;
        this.backoff = backoff;
        this.clock = clock;
        this.warn = warn;
        this.begun = clock.instant();
    }

    /** From when on the log's silence is proof for a hit that another process sent, which is dead or gave up. */
    Instant settledElsewhere(KeptHit hit) {
        Duration longest = policy.settling().multipliedBy(LONGEST_DELIVERY);
        boolean longAgo = Instant.ofEpochMilli(hit.happenedAt()).plus(longest).isBefore(begun);
        return longAgo ? Instant.EPOCH : begun.plus(policy.settling());
    }

    /**
     * Decides.
     *
     * @param settled from when on the log's silence is proof
     * @throws io.opalmind.matomo.MatomoException where the log has to be asked and Matomo does not answer
     */
    Verdict of(KeptHit hit, boolean order, Instant settled) {
        if (policy.onUnknown() == OnUnknown.SKIP) {
            return Verdict.LEAVE;
        }
        if (order) {
            return Verdict.SEND; // Matomo itself refuses a repeated one, which says best whether the first arrived.
        }
        return policy.onUnknown() == OnUnknown.RESEND ? anyway(hit) : asked(hit, settled);
    }

    private Verdict asked(KeptHit hit, Instant settled) {
        HitVerifier.Finding finding = verifier.find(hit);
        Duration left = Duration.between(clock.instant(), settled);
        if (finding == HitVerifier.Finding.ABSENT && left.compareTo(Duration.ZERO) > 0) {
            if (!policy.waits() || !backoff.pause(left)) {
                return Verdict.NOT_YET;
            }
            finding = verifier.find(hit);
        }
        return switch (finding) {
            case STORED -> Verdict.ARRIVED;
            case ABSENT -> Verdict.SEND;
            case UNDECIDED -> anyway(hit);
        };
    }

    /** Said before it happens, as a process that is killed after it says nothing any more. */
    private Verdict anyway(KeptHit hit) {
        warn.accept("The hit with the key '" + hit.key() + "' is sent again after an attempt without answer;"
                + " it may be there twice.");
        return Verdict.SEND_ANYWAY;
    }
}
