package io.opalmind;

import io.opalmind.config.Config;
import io.opalmind.store.Claim;
import io.opalmind.store.HitRecord;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import io.opalmind.store.LocalIdempotencyStore;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisIdempotencyStore;
import io.opalmind.store.redis.RedisLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency in Redis where that is configured, and in this host's files where it is not or cannot be reached. What was
 * recorded in the files while Redis was away is honoured when it is back.
 */
final class HitStores implements IdempotencyStore {
    private final Config config;
    private final String matomo;
    private final IdempotencyStore local;
    private final RedisAccess redis;
    private @Nullable IdempotencyStore shared;
    private @Nullable Boolean localUsed;

    /** @param matomo tells the configured Matomo from others, 12 hexadecimal digits */
    HitStores(Config config, String matomo, Clock clock, RedisAccess redis) {
        this.config = config;
        this.matomo = matomo;
        this.local = new LocalIdempotencyStore(
                config.stateDir(), matomo, config.idempotency().ttl(), clock);
        this.redis = redis;
    }

    private interface Action<T> {
        T on(IdempotencyStore store);
    }

    private <T> T attempt(Action<T> action) {
        IdempotencyStore store = shared();
        if (store != null) {
            try {
                return action.on(store);
            } catch (StoreException e) {
                redis.failed(e);
            }
        }
        return action.on(local);
    }

    private synchronized @Nullable IdempotencyStore shared() {
        RedisLink link = shared == null ? redis.link() : null;
        if (link != null) {
            shared = new RedisIdempotencyStore(
                    link,
                    config.idempotency().prefix(),
                    matomo,
                    config.idempotency().ttl());
        }
        return redis.isUp() ? shared : null;
    }

    /** Whether Redis is what counts, and this host's files may still know something of a time without it. */
    private synchronized boolean knowsMore() {
        if (localUsed == null) {
            Path files = config.stateDir().resolve("hits").resolve(matomo).resolve("records");
            localUsed = redis.isConfigured() && Files.isDirectory(files);
        }
        return localUsed && redis.isUp();
    }

    @Override
    public List<Claim> claim(List<KeptHit> hits, Duration lease) {
        if (!knowsMore()) {
            return attempt(store -> store.claim(hits, lease));
        }
        List<@Nullable HitRecord> known = local.find(keys(hits));
        List<KeptHit> others = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            if (known.get(i) == null) {
                others.add(hits.get(i));
            }
        }
        List<Claim> claims = others.isEmpty() ? List.of() : attempt(store -> store.claim(others, lease));
        return merged(known, claims);
    }

    private static List<Claim> merged(List<@Nullable HitRecord> known, List<Claim> claims) {
        List<Claim> all = new ArrayList<>(known.size());
        int next = 0;
        for (HitRecord record : known) {
            all.add(record == null ? claims.get(next++) : new Claim.Completed(record));
        }
        return all;
    }

    private static List<String> keys(List<KeptHit> hits) {
        List<String> keys = new ArrayList<>(hits.size());
        for (KeptHit hit : hits) {
            keys.add(hit.key());
        }
        return keys;
    }

    @Override
    public boolean renew(List<String> keys, Duration lease) {
        return attempt(store -> store.renew(keys, lease));
    }

    @Override
    public void complete(List<HitRecord> done) {
        attempt(store -> {
            store.complete(done);
            return Boolean.TRUE;
        });
    }

    @Override
    public void release(List<String> keys) {
        attempt(store -> {
            store.release(keys);
            return Boolean.TRUE;
        });
    }

    @Override
    public List<@Nullable HitRecord> find(List<String> keys) {
        List<@Nullable HitRecord> found = new ArrayList<>(attempt(store -> store.find(keys)));
        if (knowsMore()) {
            List<@Nullable HitRecord> here = local.find(keys);
            for (int i = 0; i < found.size(); i++) {
                found.set(i, found.get(i) == null ? here.get(i) : found.get(i));
            }
        }
        return found;
    }

    /** Those of Redis, and those of this host where Redis was away when they were claimed. */
    @Override
    public List<KeptHit> abandoned(int most) {
        List<KeptHit> hits = new ArrayList<>(attempt(store -> store.abandoned(most)));
        if (knowsMore()) {
            hits.addAll(local.abandoned(most));
        }
        return hits;
    }

    @Override
    public void close() {
        local.close();
    }
}
