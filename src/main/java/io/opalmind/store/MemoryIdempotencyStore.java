package io.opalmind.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims and records for the time of one process. */
public final class MemoryIdempotencyStore implements IdempotencyStore {
    private final Memory memory;
    private final Duration recordLife;
    private final Clock clock;
    private final ClaimTime times;

    /** @param recordLife more than zero */
    public MemoryIdempotencyStore(Duration recordLife, Clock clock) {
        this(new Memory(), recordLife, clock);
    }

    private MemoryIdempotencyStore(Memory memory, Duration recordLife, Clock clock) {
        this.memory = memory;
        this.recordLife = recordLife;
        this.clock = clock;
        this.times = new ClaimTime(clock);
    }

    /** Another one over the same memory: what another process is to a store that lasts. */
    public MemoryIdempotencyStore another() {
        return new MemoryIdempotencyStore(memory, recordLife, clock);
    }

    private static final class Memory {
        private final Map<String, Held> claims = new HashMap<>();
        private final Map<String, Kept> records = new HashMap<>();
    }

    private record Held(MemoryIdempotencyStore by, KeptHit hit, long since, long until) {}

    private record Kept(HitRecord record, long until) {}

    @Override
    public List<Claim> claim(List<KeptHit> hits, Duration lease) {
        synchronized (memory) {
            List<Claim> outcomes = new ArrayList<>(hits.size());
            long until = Expiry.of(clock, lease);
            for (KeptHit hit : hits) {
                outcomes.add(claim(hit, until));
            }
            return outcomes;
        }
    }

    private Claim claim(KeptHit hit, long until) {
        HitRecord record = record(hit.key());
        if (record != null) {
            return new Claim.Completed(record);
        }
        long now = clock.millis();
        Held held = memory.claims.get(hit.key());
        if (held != null && held.until > now) {
            return new Claim.Held("this process", held.hit, Duration.ofMillis(held.until - now));
        }
        memory.claims.put(hit.key(), new Held(this, hit, times.next(1), until));
        return new Claim.Granted(held == null ? null : held.hit);
    }

    @Override
    public boolean renew(List<String> keys, Duration lease) {
        synchronized (memory) {
            long until = Expiry.of(clock, lease);
            boolean allOurs = true;
            for (String key : keys) {
                Held held = memory.claims.get(key);
                if (held != null && held.by == this) {
                    memory.claims.put(key, new Held(this, held.hit, held.since, until));
                } else {
                    allOurs = false;
                }
            }
            return allOurs;
        }
    }

    @Override
    public void complete(List<HitRecord> records) {
        synchronized (memory) {
            long until = Expiry.of(clock, recordLife);
            for (HitRecord record : records) {
                memory.records.put(record.key(), new Kept(record, until));
                end(record.key());
            }
        }
    }

    @Override
    public void release(List<String> keys) {
        synchronized (memory) {
            keys.forEach(this::end);
        }
    }

    private void end(String key) {
        Held held = memory.claims.get(key);
        if (held != null && held.by == this) {
            memory.claims.remove(key);
        }
    }

    @Override
    public List<@Nullable HitRecord> find(List<String> keys) {
        synchronized (memory) {
            List<@Nullable HitRecord> records = new ArrayList<>(keys.size());
            for (String key : keys) {
                records.add(record(key));
            }
            return records;
        }
    }

    private @Nullable HitRecord record(String key) {
        Kept kept = memory.records.get(key);
        return kept != null && kept.until > clock.millis() ? kept.record : null;
    }

    @Override
    public List<KeptHit> abandoned(int most) {
        synchronized (memory) {
            memory.claims.entrySet().removeIf(claim -> isOver(claim.getValue()) && record(claim.getKey()) != null);
            return memory.claims.values().stream()
                    .filter(this::isOver)
                    .sorted(Comparator.comparingLong(Held::since))
                    .limit(most)
                    .map(Held::hit)
                    .toList();
        }
    }

    private boolean isOver(Held held) {
        return held.until <= clock.millis();
    }

    @Override
    public void close() {}
}
