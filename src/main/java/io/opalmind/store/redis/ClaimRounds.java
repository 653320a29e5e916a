package io.opalmind.store.redis;

import io.opalmind.store.Claim;
import io.opalmind.store.ClaimEntry;
import io.opalmind.store.ClaimOwner;
import io.opalmind.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims keys. What nobody has claimed takes one round trip: index, claim, record, in this order. Whoever completes a hit
 * writes the record before it ends the claim, so one of the two is found; and whoever dies in between has left an entry in
 * the index if it has left a claim. Only for what is in the way a look at it follows, and then, where nobody works on it
 * any more, the attempt to take it over.
 */
final class ClaimRounds {
    private static final int MOST = 50;

    private final ClaimCommands redis;
    private final ClaimOwner owner;
    private final long life;

    /** @param life of a claim in milliseconds: its lease, and the time for which it stays thereafter */
    ClaimRounds(ClaimCommands redis, ClaimOwner owner, long life) {
        this.redis = redis;
        this.owner = owner;
        this.life = life;
    }

    /** @throws StoreException where some may be granted nevertheless; their outcome says so */
    void run(List<ClaimAttempt> attempts) {
        List<ClaimAttempt> open = attempts;
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == MOST) {
                throw new StoreException("other processes keep changing a claim", null);
            }
            make(open);
            List<ClaimAttempt> contested = undecided(open);
            if (!contested.isEmpty()) {
                takeOver(look(contested));
            }
            tidy(open);
            open = contested.isEmpty() ? contested : undecided(contested);
        }
    }

    private static List<ClaimAttempt> undecided(List<ClaimAttempt> attempts) {
        List<ClaimAttempt> undecided = new ArrayList<>();
        for (ClaimAttempt attempt : attempts) {
            if (attempt.outcome == null) {
                undecided.add(attempt);
            }
        }
        return undecided;
    }

    private void make(List<ClaimAttempt> attempts) {
        TimeLimit limit = redis.limit();
        Reply<Long> entered = enter(attempts, limit);
        List<Reply<?>> made = new ArrayList<>(attempts.size());
        for (ClaimAttempt attempt : attempts) {
            attempt.previous = null;
            made.add(redis.make(attempt.claim, life));
        }
        redis.inOrder(made, limit);
        decide(attempts, made, limit);
        entered.await(limit);
    }

    private Reply<Long> enter(List<ClaimAttempt> attempts, TimeLimit limit) {
        List<ClaimEntry> claims = new ArrayList<>(attempts.size());
        for (ClaimAttempt attempt : attempts) {
            claims.add(attempt.claim);
        }
        Reply<Long> entered = redis.enter(claims);
        redis.inOrder(List.of(entered), limit);
        return entered;
    }

    /** Reads the records, now that claims are made. All answers are looked at, as they say what there is to give back. */
    private void decide(List<ClaimAttempt> attempts, List<Reply<?>> made, TimeLimit limit) {
        List<Reply<byte[]>> records = new ArrayList<>(attempts.size());
        for (ClaimAttempt attempt : attempts) {
            records.add(redis.record(attempt.key()));
        }
        StoreException fault = null;
        for (int i = 0; i < records.size(); i++) {
            try {
                boolean ours = isYes(made.get(i).await(limit));
                attempts.get(i).decide(ours, ClaimCommands.value(records.get(i), limit));
            } catch (StoreException e) {
                fault = fault == null ? e : fault;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    /** Neither the nil of SET, nor the 0 of a script. */
    private static boolean isYes(@Nullable Object answer) {
        return answer instanceof Long number ? number > 0 : answer != null;
    }

    /** Looks at the claims in the way, and says which can be taken over. */
    private List<ClaimAttempt> look(List<ClaimAttempt> attempts) {
        TimeLimit limit = redis.limit();
        List<Reply<byte[]>> standing = new ArrayList<>(attempts.size());
        List<Reply<Long>> left = new ArrayList<>(attempts.size());
        for (ClaimAttempt attempt : attempts) {
            standing.add(redis.claim(attempt.key()));
            left.add(redis.left(attempt.key()));
        }
        List<ClaimAttempt> over = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            byte[] stored = standing.get(i).await(limit);
            Long millis = left.get(i).await(limit);
            if (stored != null && millis != null && look(attempts.get(i), stored, millis)) {
                over.add(attempts.get(i));
            }
        }
        return over;
    }

    /** A damaged claim is nobody's. */
    private boolean look(ClaimAttempt attempt, byte[] stored, long left) {
        ClaimEntry entry = ClaimEntry.parse(stored);
        attempt.standing = stored;
        attempt.most = Long.MAX_VALUE;
        attempt.previous = entry == null ? null : entry.hit();
        if (entry == null || owner.isKnownDead(entry.owner())) {
            return true;
        }
        attempt.most = entry.keep();
        if (left > entry.keep()) {
            attempt.heldSince = entry.since();
            attempt.outcome = new Claim.Held(
                    ClaimOwner.shown(entry.owner()), entry.hit(), Duration.ofMillis(left - entry.keep()));
            return false;
        }
        return true;
    }

    private void takeOver(List<ClaimAttempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        TimeLimit limit = redis.limit();
        Reply<Long> entered = enter(attempts, limit);
        List<Reply<?>> taken = new ArrayList<>(attempts.size());
        for (ClaimAttempt attempt : attempts) {
            if (attempt.standing != null) {
                taken.add(redis.takeOver(attempt.standing, attempt.most, attempt.claim, life));
            }
        }
        redis.inOrder(taken, limit);
        decide(attempts, taken, limit);
        entered.await(limit);
    }

    /** Puts right what was written for claims that were not granted. */
    private void tidy(List<ClaimAttempt> attempts) {
        TimeLimit limit = redis.limit();
        List<Reply<Long>> tidied = new ArrayList<>();
        for (ClaimAttempt attempt : attempts) {
            long since = attempt.claim.since();
            if (attempt.needless) {
                tidied.add(redis.end(attempt.key(), attempt.claim.owner(), since, false));
            }
            if (attempt.outcome instanceof Claim.Completed && (redis.cluster() || !attempt.needless)) {
                tidied.add(redis.leave(attempt.key(), since));
            }
            if (attempt.heldSince != 0) {
                tidied.add(redis.reenter(attempt.key(), since, attempt.heldSince));
            }
        }
        for (Reply<Long> reply : tidied) {
            reply.await(limit);
        }
    }
}
