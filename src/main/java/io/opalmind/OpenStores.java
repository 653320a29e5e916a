package io.opalmind;

import io.opalmind.config.RedisConfig;
import io.opalmind.config.Secret;
import io.opalmind.store.CacheStore;
import io.opalmind.store.LocalCacheStore;
import io.opalmind.store.LocalStatsStore;
import io.opalmind.store.StatsStore;
import io.opalmind.store.redis.RedisCacheStore;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.RedisSettings;
import io.opalmind.store.redis.RedisStatsStore;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Stores that are open, and what has to be closed behind them.
 *
 * @param link null for local ones
 */
record OpenStores(
        CacheStore cache, StatsStore stats, @Nullable AutoCloseable link) implements AutoCloseable {

    static OpenStores local(Path stateDirectory, Clock clock) {
        return new OpenStores(
                new LocalCacheStore(stateDirectory, clock), new LocalStatsStore(stateDirectory, clock), null);
    }

    /** @throws io.opalmind.store.StoreException where Redis cannot be reached or refuses us */
    static OpenStores redis(RedisConfig redis, String cachePrefix, Clock clock) {
        RedisLink link = RedisLink.open(settings(redis));
        return new OpenStores(
                new RedisCacheStore(link, cachePrefix), new RedisStatsStore(link, cachePrefix, clock), link);
    }

    private static RedisSettings settings(RedisConfig redis) {
        return new RedisSettings(
                reveal(redis.url()),
                redis.host(),
                redis.port(),
                redis.database(),
                redis.tls().enabled(),
                redis.username(),
                reveal(redis.password()),
                redis.tls().caFile(),
                redis.tls().certFile(),
                redis.tls().keyFile(),
                redis.cluster(),
                redis.connectTimeout(),
                redis.commandTimeout(),
                redis.describe());
    }

    private static @Nullable String reveal(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }

    @Override
    public void close() {
        if (link != null) {
            try {
                link.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
