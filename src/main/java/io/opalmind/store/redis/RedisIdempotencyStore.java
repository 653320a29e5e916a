package io.opalmind.store.redis;

import io.opalmind.store.Claim;
import io.opalmind.store.ClaimEntry;
import io.opalmind.store.ClaimOwner;
import io.opalmind.store.ClaimTime;
import io.opalmind.store.HitRecord;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Claims and records in Redis. A record is the SDK's: prefix and key, SETEX. A claim stands under {@code opalmind:claim:},
 * prefix and key, and lives for its lease and the life of a record more: its lease is over when that is all it has left,
 * so that Redis' clock decides and those of the hosts do not matter. {@code opalmind:claims:}, prefix and Matomo, is a
 * sorted set of the keys that are claimed, written before the claim, so that none is lost from sight.
 */
public final class RedisIdempotencyStore implements IdempotencyStore {
    /** Keys in one go: what waits for its answers stays small, and fewer would wait oftener. */
    private static final int MOST_UNDERWAY = 100;

    /** After its lease: a claim may be all that is left of a hit, whose process died, so it is there after a holiday. */
    private static final Duration CLAIM_LIFE = Duration.ofDays(30);

    private final ClaimCommands redis;
    private final Duration recordLife;
    private final Clock clock;
    private final ClaimTime times;
    private final ClaimOwner owner = ClaimOwner.here();
    /** By key, what this store claimed. */
    private final Map<String, ClaimEntry> ours = new ConcurrentHashMap<>();

    /**
     * @param link closed by its owner, not by this store
     * @param prefix of records
     * @param matomo tells one Matomo from another
     * @param recordLife more than zero; rounded up to seconds
     */
    public RedisIdempotencyStore(RedisLink link, String prefix, String matomo, Duration recordLife) {
        this(link, prefix, matomo, recordLife, Clock.systemUTC());
    }

    /** @param clock says in the index when claims were made, and decides nothing */
    RedisIdempotencyStore(RedisLink link, String prefix, String matomo, Duration recordLife, Clock clock) {
        this.redis = new ClaimCommands(link, prefix, matomo);
        this.recordLife = recordLife;
        this.clock = clock;
        this.times = new ClaimTime(clock);
    }

    @Override
    public List<Claim> claim(List<KeptHit> hits, Duration lease) {
        long keep = RedisTime.millis(CLAIM_LIFE);
        ClaimRounds rounds = new ClaimRounds(redis, owner, RedisTime.millis(lease) + keep);
        List<ClaimAttempt> attempts = new ArrayList<>(hits.size());
        long since = times.next(hits.size());
        for (KeptHit hit : hits) {
            attempts.add(new ClaimAttempt(new ClaimEntry(owner.next(), since++, keep, hit)));
        }
        try {
            for (int from = 0; from < attempts.size(); from += MOST_UNDERWAY) {
                rounds.run(part(attempts, from));
            }
        } catch (StoreException e) {
            giveBack(attempts, e);
            throw e;
        }
        return outcomes(attempts);
    }

    private List<Claim> outcomes(List<ClaimAttempt> attempts) {
        List<Claim> outcomes = new ArrayList<>(attempts.size());
        for (ClaimAttempt attempt : attempts) {
            if (attempt.outcome != null) {
                outcomes.add(attempt.outcome);
            }
            if (attempt.outcome instanceof Claim.Granted) {
                ours.put(attempt.key(), attempt.claim);
            }
        }
        return outcomes;
    }

    /** Nobody hears of what was granted, so nobody would end it. What was taken over stays, as it holds another's hit. */
    private void giveBack(List<ClaimAttempt> attempts, StoreException reason) {
        List<ClaimEntry> granted = new ArrayList<>();
        for (ClaimAttempt attempt : attempts) {
            if (attempt.outcome instanceof Claim.Granted claim && claim.previous() == null) {
                granted.add(attempt.claim);
            }
        }
        try {
            for (int from = 0; from < granted.size(); from += MOST_UNDERWAY) {
                end(part(granted, from), false, redis.limit());
            }
        } catch (StoreException again) {
            reason.addSuppressed(again);
        }
    }

    @Override
    public boolean renew(List<String> keys, Duration lease) {
        long life = RedisTime.millis(lease) + RedisTime.millis(CLAIM_LIFE);
        boolean allOurs = true;
        for (int from = 0; from < keys.size(); from += MOST_UNDERWAY) {
            List<ClaimEntry> claims = claimed(part(keys, from));
            allOurs &= claims.size() == Math.min(MOST_UNDERWAY, keys.size() - from) && renew(claims, life);
        }
        return allOurs;
    }

    private boolean renew(List<ClaimEntry> claims, long life) {
        TimeLimit limit = redis.limit();
        List<Reply<Long>> renewed = new ArrayList<>(claims.size());
        for (ClaimEntry claim : claims) {
            renewed.add(redis.renew(claim.hit().key(), claim.owner(), life));
        }
        boolean allOurs = true;
        for (Reply<Long> reply : renewed) {
            Long was = reply.await(limit);
            allOurs &= was != null && was > 0;
        }
        return allOurs;
    }

    @Override
    public void complete(List<HitRecord> records) {
        for (int from = 0; from < records.size(); from += MOST_UNDERWAY) {
            completeSome(part(records, from));
        }
    }

    private void completeSome(List<HitRecord> records) {
        TimeLimit limit = redis.limit();
        long seconds = RedisTime.seconds(recordLife);
        List<Reply<String>> saved = new ArrayList<>(records.size());
        List<String> keys = new ArrayList<>(records.size());
        for (HitRecord record : records) {
            saved.add(redis.save(record, seconds));
            keys.add(record.key());
        }
        redis.inOrder(saved, limit);
        end(claimed(keys), true, limit);
        for (Reply<String> reply : saved) {
            reply.await(limit);
        }
        forget(keys);
    }

    @Override
    public void release(List<String> keys) {
        for (int from = 0; from < keys.size(); from += MOST_UNDERWAY) {
            List<String> some = part(keys, from);
            end(claimed(some), false, redis.limit());
            forget(some);
        }
    }

    private void forget(List<String> keys) {
        for (String key : keys) {
            ours.remove(key);
        }
    }

    private List<ClaimEntry> claimed(List<String> keys) {
        List<ClaimEntry> claimed = new ArrayList<>(keys.size());
        for (String key : keys) {
            ClaimEntry claim = ours.get(key);
            if (claim != null) {
                claimed.add(claim);
            }
        }
        return claimed;
    }

    /** @param recorded whether only where there is a record */
    private void end(List<ClaimEntry> claims, boolean recorded, TimeLimit limit) {
        List<Reply<Long>> ended = new ArrayList<>(claims.size());
        for (ClaimEntry claim : claims) {
            ended.add(redis.end(claim.hit().key(), claim.owner(), claim.since(), recorded));
        }
        redis.inOrder(ended, limit);
        for (int i = 0; redis.cluster() && i < claims.size(); i++) {
            ended.set(i, redis.leave(claims.get(i).hit().key(), claims.get(i).since()));
        }
        for (Reply<Long> reply : ended) {
            reply.await(limit);
        }
    }

    @Override
    public List<@Nullable HitRecord> find(List<String> keys) {
        List<@Nullable HitRecord> found = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += MOST_UNDERWAY) {
            findSome(part(keys, from), found);
        }
        return found;
    }

    private void findSome(List<String> keys, List<@Nullable HitRecord> found) {
        TimeLimit limit = redis.limit();
        List<Reply<byte[]>> replies = new ArrayList<>(keys.size());
        for (String key : keys) {
            replies.add(redis.record(key));
        }
        for (int i = 0; i < replies.size(); i++) {
            byte[] stored = ClaimCommands.value(replies.get(i), limit);
            found.add(stored == null ? null : HitRecord.parse(keys.get(i), stored));
        }
    }

    private static <T> List<T> part(List<T> all, int from) {
        return all.subList(from, Math.min(all.size(), from + MOST_UNDERWAY));
    }

    @Override
    public List<KeptHit> abandoned(int most) {
        return new AbandonedClaims(redis, owner, clock).find(most);
    }

    @Override
    public void close() {}
}
