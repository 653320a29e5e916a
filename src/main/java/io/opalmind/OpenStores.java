package io.opalmind;

import io.opalmind.store.CacheStore;
import io.opalmind.store.CacheSurvey;
import io.opalmind.store.LocalCacheStore;
import io.opalmind.store.LocalCacheSurvey;
import io.opalmind.store.LocalStatsStore;
import io.opalmind.store.StatsStore;
import io.opalmind.store.redis.RedisCacheStore;
import io.opalmind.store.redis.RedisCacheSurvey;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.RedisStatsStore;
import java.nio.file.Path;
import java.time.Clock;

/** The stores of reports and of what is counted about them, and who looks over them. */
record OpenStores(CacheStore cache, StatsStore stats, CacheSurvey survey) {

    static OpenStores local(Path stateDirectory, Clock clock) {
        return new OpenStores(
                new LocalCacheStore(stateDirectory, clock),
                new LocalStatsStore(stateDirectory, clock),
                new LocalCacheSurvey(stateDirectory, clock));
    }

    static OpenStores redis(RedisLink link, String cachePrefix, Clock clock) {
        return new OpenStores(
                new RedisCacheStore(link, cachePrefix),
                new RedisStatsStore(link, cachePrefix, clock),
                new RedisCacheSurvey(link, cachePrefix));
    }
}
