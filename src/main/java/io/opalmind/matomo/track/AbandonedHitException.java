package io.opalmind.matomo.track;

import io.opalmind.store.KeptHit;

/**
 * The key of this hit stands for another one, which somebody began to send and did not end. The claim is ours now, and in
 * it this hit; so the caller has to keep the other one before it ends the claim.
 */
public final class AbandonedHitException extends RuntimeException {
    private final transient KeptHit other;

    AbandonedHitException(String key, KeptHit other) {
        super(new KeyReusedException(key, "which is not delivered yet").getMessage());
        this.other = other;
    }

    public KeptHit other() {
        return other;
    }
}
