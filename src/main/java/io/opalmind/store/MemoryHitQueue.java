package io.opalmind.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A queue that lives as long as its process: for tests, and for whoever wants no more than the order. */
public final class MemoryHitQueue implements HitQueue {
    private final Clock clock;
    private final List<Waiting> shards = new ArrayList<>();
    private final List<KeptHit> dead = new ArrayList<>();

    public MemoryHitQueue(Clock clock) {
        this.clock = clock;
        for (int i = 0; i < SHARDS; i++) {
            shards.add(new Waiting());
        }
    }

    private static final class Waiting {
        private final List<KeptHit> hits = new ArrayList<>();
        private @Nullable Shard holder;
        private long triedAt;
        private long dueAt;
    }

    @Override
    public synchronized void add(List<KeptHit> hits) {
        for (KeptHit hit : hits) {
            shards.get(HitQueue.shard(hit.visitor())).hits.add(hit);
        }
    }

    @Override
    public synchronized long waiting(int shard) {
        return shards.get(shard).hits.size();
    }

    @Override
    public synchronized @Nullable Shard take(int shard, Duration lease, boolean all) {
        Waiting waiting = shards.get(shard);
        if (waiting.holder != null) {
            return null;
        }
        Shard holder = new Held(waiting, all);
        waiting.holder = holder;
        return holder;
    }

    @Override
    public synchronized QueueSummary summary() {
        QueueTally tally = new QueueTally(clock.millis());
        for (Waiting shard : shards) {
            KeptHit first = shard.hits.isEmpty() ? null : shard.hits.get(0);
            tally.add(shard.hits.size(), shard.holder != null, first, shard.triedAt, shard.dueAt);
        }
        return tally.summary(dead.size());
    }

    @Override
    public void forEachWaiting(Consumer<KeptHit> consumer) {
        List<KeptHit> all = new ArrayList<>();
        synchronized (this) {
            for (Waiting shard : shards) {
                all.addAll(shard.hits);
            }
        }
        all.forEach(consumer);
    }

    @Override
    public void forEachDead(Consumer<KeptHit> consumer) {
        List<KeptHit> all;
        synchronized (this) {
            all = List.copyOf(dead);
        }
        all.forEach(consumer);
    }

    @Override
    public synchronized long reviveDead() {
        long revived = dead.size();
        add(dead);
        dead.clear();
        return revived;
    }

    @Override
    public void close() {}

    private final class Held implements Shard {
        private final Waiting waiting;
        private final boolean all;
        private int given;

        Held(Waiting waiting, boolean all) {
            this.waiting = waiting;
            this.all = all;
        }

        @Override
        public List<KeptHit> next(int most) {
            synchronized (MemoryHitQueue.this) {
                check();
                boolean early = !all && waiting.dueAt > clock.millis();
                given = early ? 0 : Math.min(most, waiting.hits.size());
                return List.copyOf(waiting.hits.subList(0, given));
            }
        }

        @Override
        public void delivered(List<KeptHit> hits) {
            synchronized (MemoryHitQueue.this) {
                check();
                List<KeptHit> before = List.copyOf(waiting.hits);
                int givenBefore = given;
                try {
                    hits.forEach(this::end);
                } catch (IllegalArgumentException e) {
                    waiting.hits.clear();
                    waiting.hits.addAll(before);
                    given = givenBefore;
                    throw e;
                }
            }
        }

        @Override
        public void failed(KeptHit now, Instant dueAt) {
            synchronized (MemoryHitQueue.this) {
                check();
                waiting.hits.set(find(now), now);
                waiting.triedAt = clock.millis();
                waiting.dueAt = dueAt.toEpochMilli();
            }
        }

        @Override
        public void refused(KeptHit now) {
            synchronized (MemoryHitQueue.this) {
                check();
                end(now);
                dead.add(now);
            }
        }

        private void end(KeptHit hit) {
            waiting.hits.remove(find(hit));
            given--;
            waiting.dueAt = 0;
        }

        private int find(KeptHit hit) {
            for (int i = 0; i < given; i++) {
                if (waiting.hits.get(i).key().equals(hit.key())) {
                    return i;
                }
            }
            throw new IllegalArgumentException("no hit of the last next: " + hit.key());
        }

        private void check() {
            if (waiting.holder != this) {
                throw new StoreException("this part of the queue is closed", null);
            }
        }

        @Override
        public void close() {
            synchronized (MemoryHitQueue.this) {
                if (waiting.holder == this) {
                    waiting.holder = null;
                }
            }
        }
    }
}
