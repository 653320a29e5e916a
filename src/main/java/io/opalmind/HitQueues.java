package io.opalmind;

import io.opalmind.config.Config;
import io.opalmind.store.HitQueue;
import io.opalmind.store.KeptHit;
import io.opalmind.store.LocalHitQueue;
import io.opalmind.store.QueueSummary;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisHitQueue;
import io.opalmind.store.redis.RedisLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue in Redis where that is configured, and in this host's files where it is not or cannot be reached. Both are
 * delivered from: first the files, as what lies there is older than Redis' return.
 */
final class HitQueues implements HitQueue {
    private final String matomo;
    private final Clock clock;
    private final HitQueue local;
    private final Path files;
    private final RedisAccess redis;
    private @Nullable HitQueue shared;

    /** @param matomo tells the configured Matomo from others, 12 hexadecimal digits */
    HitQueues(Config config, String matomo, Clock clock, RedisAccess redis) {
        this.matomo = matomo;
        this.clock = clock;
        this.local = new LocalHitQueue(config.stateDir(), matomo, clock);
        this.files = config.stateDir().resolve("hits").resolve(matomo).resolve("queue");
        this.redis = redis;
    }

    private synchronized @Nullable HitQueue shared() {
        RedisLink link = shared == null ? redis.link() : null;
        if (link != null) {
            shared = new RedisHitQueue(link, matomo, clock);
        }
        return redis.isUp() ? shared : null;
    }

    private interface Action<T> {
        T on(HitQueue queue);
    }

    /** Asks Redis; where it fails, the other holds. */
    private <T> T shared(Action<T> action, T otherwise) {
        HitQueue queue = shared();
        if (queue != null) {
            try {
                return action.on(queue);
            } catch (StoreException e) {
                redis.failed(e);
            }
        }
        return otherwise;
    }

    private boolean hasFiles() {
        return !redis.isConfigured() || Files.isDirectory(files);
    }

    @Override
    public void add(List<KeptHit> hits) {
        boolean kept = shared(
                queue -> {
                    queue.add(hits);
                    return Boolean.TRUE;
                },
                Boolean.FALSE);
        if (!kept) {
            local.add(hits);
        }
    }

    @Override
    public long waiting(int shard) {
        return (hasFiles() ? local.waiting(shard) : 0) + shared(queue -> queue.waiting(shard), 0L);
    }

    @Override
    public @Nullable Shard take(int shard, Duration lease, boolean all) {
        if (hasFiles() && local.waiting(shard) > 0) {
            return local.take(shard, lease, all);
        }
        HitQueue queue = shared();
        return queue == null ? null : queue.take(shard, lease, all);
    }

    @Override
    public QueueSummary summary() {
        QueueSummary here = hasFiles() ? local.summary() : QueueSummary.EMPTY;
        return here.plus(shared(HitQueue::summary, QueueSummary.EMPTY));
    }

    @Override
    public void forEachWaiting(Consumer<KeptHit> consumer) {
        if (hasFiles()) {
            local.forEachWaiting(consumer);
        }
        HitQueue queue = shared();
        if (queue != null) {
            queue.forEachWaiting(consumer);
        }
    }

    @Override
    public void forEachDead(Consumer<KeptHit> consumer) {
        if (hasFiles()) {
            local.forEachDead(consumer);
        }
        HitQueue queue = shared();
        if (queue != null) {
            queue.forEachDead(consumer);
        }
    }

    @Override
    public long reviveDead() {
        return (hasFiles() ? local.reviveDead() : 0) + shared(HitQueue::reviveDead, 0L);
    }

    @Override
    public void close() {
        local.close();
    }
}
