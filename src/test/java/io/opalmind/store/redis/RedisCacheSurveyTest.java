package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opalmind.store.CacheCensus;
import io.opalmind.store.CacheStore;
import io.opalmind.store.CacheSurvey;
import io.opalmind.store.CacheSurveyContract;
import io.opalmind.store.StoreException;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ScriptedRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RedisCacheSurveyTest extends CacheSurveyContract {
    private static final String PREFIX = "opalmind:cache:";

    private final RedisServer server;

    RedisCacheSurveyTest(RedisServer server) {
        this.server = server;
    }

    @Override
    protected CacheStore open(Clock clock) {
        return new RedisCacheStore(link(), PREFIX);
    }

    private RedisLink link() {
        return RedisLink.open(Links.settings(server.settings()));
    }

    @Override
    protected CacheSurvey survey() {
        return new RedisCacheSurvey(link(), PREFIX);
    }

    private static Map<String, Long> times(CacheSurvey survey) {
        Map<String, Long> times = new TreeMap<>();
        survey.survey((key, bytes, timeToLive) -> times.put(key, timeToLive));
        return times;
    }

    @Test
    void keys_under_other_prefixes_are_not_seen() {
        server.set("opalmind:cache", "1");
        server.set("opalmind:stats:opalmind:cache:total", "1");
        server.set("xopalmind:cache:a", "1");
        server.set("opalmind:cache:a", "1");
        assertEquals(Map.of("a", CacheSurvey.NO_END), times(survey()));
    }

    @Test
    void prefix_is_no_pattern() {
        String prefix = "a*?[b]\\:";
        server.set(prefix + "key", "1");
        server.set("axyb\\:key", "1");
        try (RedisLink link = link()) {
            assertEquals(Map.of("key", CacheSurvey.NO_END), times(new RedisCacheSurvey(link, prefix)));
        }
    }

    @Test
    void what_is_no_string_counts_with_its_key_alone() {
        server.command("HSET", PREFIX + "hash", "field", "value");
        survey().survey((key, bytes, timeToLive) -> assertEquals(4, bytes));
        assertEquals(1, times(survey()).size());
    }

    @Test
    void keys_is_never_sent() {
        try (ScriptedRedis redis = ScriptedRedis.greetingThen("*2\r\n$1\r\n0\r\n*0")) {
            try (RedisLink link = RedisLink.open(Links.settings(redis.settings()))) {
                times(new RedisCacheSurvey(link, PREFIX));
            }
            assertEquals(List.of(List.of("SCAN", "0", "MATCH", PREFIX + "*", "COUNT", "1000")), redis.heard());
        }
    }

    @Test
    void user_with_read_rights_alone_sees_all(AclRedis redis) {
        redis.server().set(PREFIX + "a", "1");
        try (RedisLink link = RedisLink.open(Links.settings(redis.settings(AclRedis.READER)))) {
            assertEquals(Map.of("a", CacheSurvey.NO_END), times(new RedisCacheSurvey(link, PREFIX)));
        }
    }

    @Test
    void every_master_of_a_cluster_is_asked(ClusterRedis cluster) {
        Map<String, String> settings = Links.patient(cluster.settings());
        try (RedisLink link = RedisLink.open(Links.settings(settings))) {
            RedisCacheStore store = new RedisCacheStore(link, PREFIX);
            for (int i = 0; i < 50; i++) {
                store.put("{\"feature\":\"events\",\"input\":" + i + "}", new byte[10], Duration.ofHours(1));
            }
            CacheCensus census = new CacheCensus(feature -> true);
            new RedisCacheSurvey(link, PREFIX).survey(census);
            assertEquals(50, census.byFeature().get("events").entries());
        }
    }

    @Test
    void server_that_dies_meanwhile_is_told() {
        RedisLink link = link();
        CacheSurvey survey = new RedisCacheSurvey(link, PREFIX);
        server.kill();
        StoreException refused = assertThrows(StoreException.class, () -> times(survey));
        assertFalse(String.valueOf(refused.getMessage()).isBlank());
    }
}
