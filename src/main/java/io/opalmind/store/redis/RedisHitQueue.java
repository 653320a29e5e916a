package io.opalmind.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.HitQueue;
import io.opalmind.store.KeptHit;
import io.opalmind.store.QueueSummary;
import io.opalmind.store.QueueTally;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue in Redis, for several hosts: a stream a shard, in the order in which hits arrived, with a consumer group {@code
 * opalmind}. Whoever delivers a shard holds its lease, a key that ends by itself; all that the group was given and did not
 * acknowledge is the holder's. Entries that are delivered are acknowledged and removed; nothing is ever trimmed.
 *
 * <p>It lasts as Redis does: one that keeps nothing on a disk forgets the queue when it is killed.
 *
 * <p>Entries that are no hits are set aside, into a stream with {@code :damaged} behind its name.
 */
public final class RedisHitQueue implements HitQueue {
    private static final int PIPELINE = 200;
    private static final Duration REVIVING = Duration.ofMinutes(1);

    private final RedisLink link;
    private final List<QueueKeys> shards = new ArrayList<>();
    private final QueueKeys dead;
    private final Clock clock;

    /**
     * @param link closed by its owner, not by this queue
     * @param matomo tells one Matomo's queue from another's
     */
    public RedisHitQueue(RedisLink link, String matomo, Clock clock) {
        this.link = link;
        this.clock = clock;
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(QueueKeys.shard(matomo, shard));
        }
        this.dead = QueueKeys.dead(matomo);
    }

    /** Where Redis refuses one of them, others may stay: they would be known again by their keys. */
    @Override
    public void add(List<KeptHit> hits) {
        for (int from = 0; from < hits.size(); from += PIPELINE) {
            TimeLimit limit = link.limit();
            List<Reply<byte[]>> replies = new ArrayList<>();
            for (KeptHit hit : hits.subList(from, Math.min(hits.size(), from + PIPELINE))) {
                QueueKeys shard = shards.get(HitQueue.shard(hit.visitor()));
                replies.add(append(shard.stream(), hit, null));
            }
            for (Reply<byte[]> reply : replies) {
                reply.await(limit);
            }
        }
    }

    private Reply<byte[]> append(byte[] stream, KeptHit hit, @Nullable String of) {
        CommandArgs<byte[], byte[]> args =
                RedisLink.args().addKey(stream).add("*").add(QueueEntry.HIT).addValue(hit.toJson());
        if (of != null) {
            args.add(QueueEntry.OF).add(of);
        }
        return link.send(CommandType.XADD, new ValueOutput<>(RedisLink.CODEC), args);
    }

    @Override
    public long waiting(int shard) {
        return number(link.await(length(shards.get(shard))));
    }

    private Reply<Long> length(QueueKeys keys) {
        return link.send(
                CommandType.XLEN,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(keys.stream()));
    }

    @Override
    public @Nullable Shard take(int shard, Duration lease, boolean all) {
        QueueKeys keys = shards.get(shard);
        String token = UUID.randomUUID().toString();
        return lease(keys, token, lease) ? new RedisShard(this, keys, token, lease, all, clock) : null;
    }

    private boolean lease(QueueKeys keys, String token, Duration lease) {
        return link.await(link.send(
                        CommandType.SET,
                        new StatusOutput<>(RedisLink.CODEC),
                        RedisLink.args()
                                .addKey(keys.lease())
                                .add(token)
                                .add("NX")
                                .add("PX")
                                .add(Math.max(1, lease.toMillis()))))
                != null;
    }

    @Nullable
    List<Object> run(QueueScript script, QueueKeys keys, String token, List<byte[]> arguments) {
        return link.await(script.send(link, keys, token, arguments));
    }

    /** @param of where it stood: who was killed before it went from there would add it once more */
    void addDead(KeptHit hit, String of) {
        link.await(append(dead.stream(), hit, of));
    }

    /** In one pipeline. */
    @Override
    public QueueSummary summary() {
        TimeLimit limit = link.limit();
        List<Standing> asked = new ArrayList<>();
        for (QueueKeys shard : shards) {
            asked.add(new Standing(length(shard), page(shard, "-", 1), state(shard), isLeased(shard)));
        }
        Reply<Long> deadOnes = length(dead);
        QueueTally tally = new QueueTally(clock.millis());
        for (Standing shard : asked) {
            shard.addTo(tally, limit);
        }
        return tally.summary(number(deadOnes.await(limit)));
    }

    private record Standing(
            Reply<Long> waiting, Reply<List<Object>> first, Reply<List<Object>> state, Reply<Long> leases) {
        void addTo(QueueTally tally, TimeLimit limit) {
            long hits = number(waiting.await(limit));
            List<Object> firsts = first.await(limit);
            QueueState tried = QueueState.parse(state.await(limit));
            boolean held = number(leases.await(limit)) > 0;
            if (tried != null) {
                tally.add(hits, held, tried.hit(), tried.triedAt(), tried.dueAt());
            } else if (firsts != null && !firsts.isEmpty()) {
                QueueEntry entry = QueueEntry.parse(firsts.get(0));
                tally.add(hits, held, entry.hit(), QueueEntry.addedAt(entry.id()), 0);
            }
        }
    }

    private Reply<List<Object>> state(QueueKeys keys) {
        CommandArgs<byte[], byte[]> args = RedisLink.args().addKey(keys.state());
        for (String field : QueueState.FIELDS) {
            args.add(field);
        }
        return link.send(CommandType.HMGET, new ArrayOutput<>(RedisLink.CODEC), args);
    }

    private Reply<Long> isLeased(QueueKeys keys) {
        return link.send(
                CommandType.EXISTS,
                new IntegerOutput<>(RedisLink.CODEC),
                RedisLink.args().addKey(keys.lease()));
    }

    private Reply<List<Object>> page(QueueKeys keys, String from, int most) {
        return link.send(
                CommandType.XRANGE,
                new ArrayOutput<>(RedisLink.CODEC),
                RedisLink.args()
                        .addKey(keys.stream())
                        .add(from)
                        .add("+")
                        .add("COUNT")
                        .add(most));
    }

    private void forEach(QueueKeys keys, Consumer<QueueEntry> consumer) {
        String from = "-";
        while (true) {
            List<Object> found = link.await(page(keys, from, PIPELINE));
            if (found == null || found.isEmpty()) {
                return;
            }
            for (Object answer : found) {
                QueueEntry entry = QueueEntry.parse(answer);
                consumer.accept(entry);
                from = "(" + entry.id();
            }
        }
    }

    @Override
    public void forEachWaiting(Consumer<KeptHit> consumer) {
        for (QueueKeys shard : shards) {
            QueueState state = QueueState.parse(link.await(state(shard)));
            forEach(shard, entry -> {
                KeptHit hit = state != null && state.entry().equals(entry.id()) ? state.hit() : entry.hit();
                if (hit != null) {
                    consumer.accept(hit);
                }
            });
        }
    }

    @Override
    public void forEachDead(Consumer<KeptHit> consumer) {
        Set<String> seen = new HashSet<>();
        forEach(dead, entry -> {
            if (entry.hit() != null && (entry.of() == null || seen.add(entry.of()))) {
                consumer.accept(entry.hit());
            }
        });
    }

    /** Nothing where another process is at it. A kill in the middle leaves a hit in both places, never in none. */
    @Override
    public long reviveDead() {
        String token = UUID.randomUUID().toString();
        if (number(link.await(length(dead))) == 0 || !lease(dead, token, REVIVING)) {
            return 0;
        }
        try {
            return revive();
        } finally {
            link.await(QueueScript.RELEASE.send(link, dead, token, List.of()));
        }
    }

    private long revive() {
        Set<String> seen = new HashSet<>();
        long revived = 0;
        String from = "-";
        while (true) {
            List<Object> found = link.await(page(dead, from, PIPELINE));
            if (found == null || found.isEmpty()) {
                return revived;
            }
            List<KeptHit> hits = new ArrayList<>();
            CommandArgs<byte[], byte[]> ids = RedisLink.args().addKey(dead.stream());
            for (Object answer : found) {
                QueueEntry entry = QueueEntry.parse(answer);
                from = "(" + entry.id();
                if (entry.hit() != null) {
                    ids.add(entry.id().getBytes(UTF_8));
                    if (entry.of() == null || seen.add(entry.of())) {
                        hits.add(entry.hit());
                    }
                }
            }
            if (!hits.isEmpty()) {
                add(hits);
                revived += hits.size();
            }
            if (ids.count() > 1) {
                link.await(link.send(CommandType.XDEL, new IntegerOutput<>(RedisLink.CODEC), ids));
            }
        }
    }

    private static long number(@Nullable Long answer) {
        return answer == null ? 0 : answer;
    }

    @Override
    public void close() {}
}
