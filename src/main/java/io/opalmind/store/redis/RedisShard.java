package io.opalmind.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opalmind.store.HitQueue;
import io.opalmind.store.KeptHit;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shard in Redis that is this process' own, as long as it prolongs its lease. */
final class RedisShard implements HitQueue.Shard {
    private final RedisHitQueue queue;
    private final QueueKeys keys;
    private final String token;
    private final Duration lease;
    private final boolean all;
    private final Clock clock;
    /** What was given out and is not ended, in order. */
    private final List<QueueEntry> hand = new ArrayList<>();

    private boolean closed;

    RedisShard(RedisHitQueue queue, QueueKeys keys, String token, Duration lease, boolean all, Clock clock) {
        this.queue = queue;
        this.keys = keys;
        this.token = token;
        this.lease = lease;
        this.all = all;
        this.clock = clock;
    }

    @Override
    public List<KeptHit> next(int most) {
        List<QueueEntry> damaged = new ArrayList<>();
        do {
            damaged.clear();
            read(most, damaged);
            if (!damaged.isEmpty()) {
                run(QueueScript.SET_ASIDE, ids(damaged));
            }
        } while (!damaged.isEmpty());
        List<KeptHit> next = new ArrayList<>(hand.size());
        for (QueueEntry entry : hand) {
            next.add(hit(entry));
        }
        return next;
    }

    private void read(int most, List<QueueEntry> damaged) {
        long asked = System.nanoTime();
        long dueBy = all ? Long.MAX_VALUE : clock.millis();
        List<Object> answer = run(QueueScript.NEXT, List.of(number(lease.toMillis()), number(dueBy), number(most)));
        if (System.nanoTime() - asked >= lease.toNanos()) {
            throw lost(); // held up on the way back
        }
        QueueState state = QueueState.parse((List<?>) answer.get(0));
        hand.clear();
        for (Object found : (List<?>) answer.get(1)) {
            QueueEntry entry = QueueEntry.parse(found);
            if (state != null && state.entry().equals(entry.id())) {
                hand.add(entry.with(state.hit()));
            } else if (entry.hit() != null) {
                hand.add(entry);
            } else {
                damaged.add(entry);
            }
        }
    }

    @Override
    public void delivered(List<KeptHit> hits) {
        List<QueueEntry> ended = new ArrayList<>(hits.size());
        int from = 0;
        for (KeptHit hit : hits) {
            int found = find(hit.key(), from, ended);
            ended.add(hand.get(found));
            from = found + 1;
        }
        end(ended);
    }

    @Override
    public void failed(KeptHit now, Instant dueAt) {
        int found = find(now.key(), 0, List.of());
        QueueEntry entry = hand.get(found);
        run(
                QueueScript.FAIL,
                List.of(bytes(entry.id()), now.toJson(), number(dueAt.toEpochMilli()), number(clock.millis())));
        hand.set(found, entry.with(now));
    }

    @Override
    public void refused(KeptHit now) {
        QueueEntry entry = hand.get(find(now.key(), 0, List.of()));
        // The dead letters are another slot of a cluster, so this cannot be one step with what follows.
        run(QueueScript.PROLONG, List.of(number(lease.toMillis())));
        queue.addDead(now, keys.name() + "/" + entry.id());
        end(List.of(entry));
    }

    private void end(List<QueueEntry> ended) {
        if (!ended.isEmpty()) {
            run(QueueScript.END, ids(ended));
            hand.removeAll(ended);
        }
    }

    /** From there on, as hits are mostly ended in their order, and else from the start. */
    private int find(String key, int from, List<QueueEntry> without) {
        for (int i = 0; i < hand.size(); i++) {
            int place = (from + i) % hand.size();
            QueueEntry entry = hand.get(place);
            if (hit(entry).key().equals(key) && (place >= from || !without.contains(entry))) {
                return place;
            }
        }
        throw new IllegalArgumentException("no hit of the last next: " + key);
    }

    private static KeptHit hit(QueueEntry entry) {
        KeptHit hit = entry.hit();
        if (hit == null) {
            throw new IllegalStateException("in hand without a hit: " + entry.id());
        }
        return hit;
    }

    private List<Object> run(QueueScript script, List<byte[]> arguments) {
        @Nullable List<Object> answer = closed ? null : queue.run(script, keys, token, arguments);
        if (answer == null || answer.isEmpty()) {
            closed = true;
            throw lost();
        }
        return answer;
    }

    private static StoreException lost() {
        return new StoreException("this part of the queue is no longer ours: its lease ran out, or it is closed", null);
    }

    private static List<byte[]> ids(List<QueueEntry> entries) {
        List<byte[]> ids = new ArrayList<>(entries.size());
        for (QueueEntry entry : entries) {
            ids.add(bytes(entry.id()));
        }
        return ids;
    }

    private static byte[] number(long number) {
        return bytes(Long.toString(number));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** A Redis that cannot be told lets the lease run out. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                queue.run(QueueScript.RELEASE, keys, token, List.of());
            } catch (StoreException unreachable) {
                // See above; and what went wrong before is told already.
            }
        }
    }
}
