package io.opalmind.store.redis;

import io.opalmind.store.Claim;
import io.opalmind.store.ClaimEntry;
import io.opalmind.store.HitRecord;
import io.opalmind.store.KeptHit;
import org.jspecify.annotations.Nullable;

/** One hit on its way to a claim. */
final class ClaimAttempt {
    /** What stands in Redis if it is granted. */
    final ClaimEntry claim;

    /** Null while nothing is decided. */
    @Nullable
    Claim outcome;

    /** Whether the claim was made for nothing, as there is a record. */
    boolean needless;

    /** When the claim was made that stands in the way; 0 where none does. */
    long heldSince;

    /** What is to be taken over, or null. */
    byte @Nullable [] standing;

    /** Milliseconds that it may have left at the most; with more it was renewed. */
    long most;

    /** The hit in it. */
    @Nullable
    KeptHit previous;

    ClaimAttempt(ClaimEntry claim) {
        this.claim = claim;
    }

    String key() {
        return claim.hit().key();
    }

    /**
     * Decides as far as that can be done without a look at another's claim.
     *
     * @param ours whether the claim stands now
     */
    void decide(boolean ours, byte @Nullable [] stored) {
        HitRecord found = stored == null ? null : HitRecord.parse(key(), stored);
        if (found != null) {
            outcome = new Claim.Completed(found);
            needless = ours;
        } else if (ours) {
            outcome = new Claim.Granted(previous);
        }
    }
}
