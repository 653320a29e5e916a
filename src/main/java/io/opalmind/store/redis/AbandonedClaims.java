package io.opalmind.store.redis;

import io.lettuce.core.ScoredValue;
import io.opalmind.store.ClaimEntry;
import io.opalmind.store.ClaimOwner;
import io.opalmind.store.HitRecord;
import io.opalmind.store.KeptHit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the index of claims, the oldest first, for those that nobody works on any more. On its way it ends claims
 * whose hit was recorded as delivered, and drops entries whose claim is gone.
 */
final class AbandonedClaims {
    private static final int PAGE = 100;
    /**
     * Microseconds. An entry without a claim is one whose claim is about to be made, or is gone; which of the two, shows
     * when it is this old, however much the clocks of hosts differ.
     */
    private static final long SETTLED = 3_600_000_000L;

    private final ClaimCommands redis;
    private final ClaimOwner owner;
    private final Clock clock;
    private final Map<String, KeptHit> hits = new LinkedHashMap<>();
    private int dropped;

    AbandonedClaims(ClaimCommands redis, ClaimOwner owner, Clock clock) {
        this.redis = redis;
        this.owner = owner;
        this.clock = clock;
    }

    List<KeptHit> find(int most) {
        int read = 0;
        boolean further = true;
        while (further && hits.size() < most) {
            List<ScoredValue<byte[]>> page = redis.entered(read - dropped, PAGE).await(redis.limit());
            int count = page == null ? 0 : page.size();
            if (page != null && count > 0) {
                look(page);
            }
            read += count;
            further = count == PAGE;
        }
        List<KeptHit> found = new ArrayList<>(hits.values());
        return found.size() > most ? found.subList(0, most) : found;
    }

    /** What a key in the index has behind it. */
    private record Standing(String key, long since, Reply<byte[]> claim, Reply<Long> left, Reply<byte[]> record) {}

    private void look(List<ScoredValue<byte[]>> page) {
        TimeLimit limit = redis.limit();
        List<Standing> all = new ArrayList<>(page.size());
        for (ScoredValue<byte[]> entry : page) {
            String key = new String(entry.getValue(), StandardCharsets.UTF_8);
            // In this order: whoever completes a hit writes the record before it ends the claim.
            Reply<byte[]> claim = redis.claim(key);
            all.add(new Standing(key, (long) entry.getScore(), claim, redis.left(key), redis.record(key)));
        }
        List<Reply<Long>> gone = new ArrayList<>();
        for (Standing standing : all) {
            look(standing, gone, limit);
        }
        for (Reply<Long> reply : gone) {
            Long was = reply.await(limit);
            dropped += was == null ? 0 : was.intValue();
        }
    }

    private void look(Standing standing, List<Reply<Long>> gone, TimeLimit limit) {
        byte[] stored = ClaimCommands.value(standing.claim, limit);
        Long left = standing.left.await(limit);
        ClaimEntry entry = stored == null ? null : ClaimEntry.parse(stored);
        boolean recorded = isRecorded(standing.key, ClaimCommands.value(standing.record, limit));
        if (entry == null) {
            if (stored == null && clock.millis() * 1000 - standing.since > SETTLED) {
                gone.add(redis.leave(standing.key, standing.since));
            }
        } else if (isOver(entry, left)) {
            if (recorded) {
                end(standing, entry, gone, limit);
            } else {
                hits.put(standing.key, entry.hit());
            }
        }
    }

    private static boolean isRecorded(String key, byte @Nullable [] record) {
        return record != null && HitRecord.parse(key, record) != null;
    }

    private boolean isOver(ClaimEntry entry, @Nullable Long left) {
        return left == null || left <= entry.keep() || owner.isKnownDead(entry.owner());
    }

    private void end(Standing standing, ClaimEntry entry, List<Reply<Long>> gone, TimeLimit limit) {
        redis.end(standing.key, entry.owner(), standing.since, false).await(limit);
        gone.add(redis.leave(standing.key, standing.since));
    }
}
