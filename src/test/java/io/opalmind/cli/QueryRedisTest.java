package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import io.opalmind.testing.redis.TlsRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Queries with a Redis that works, of each kind. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class QueryRedisTest {
    private static final String[] PAGES = {"query", "popular-urls", "--date", "yesterday", "--all"};
    private static final String[] VERBOSE = {"query", "popular-urls", "--date", "yesterday", "--all", "-v"};
    private static final String KEY = "opalmind:cache:{\"feature\":\"popularUrls\",\"input\":"
            + "{\"siteId\":1,\"period\":\"day\",\"date\":\"yesterday\",\"limit\":-1}}";

    @TempDir
    Path home;

    /** The first asks Matomo and leaves the answer in Redis, the second finds it there; both say so to who asks. */
    private void isServedFromRedis(Map<String, String> settings, String where, FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home).env(settings);
        String first = shell.run(PAGES).exits(0).saysNothing().stdout();
        shell.run(VERBOSE)
                .exits(0)
                .prints(first)
                .says("Redis connection established: " + where, "popular-urls of site 1: from the cache.");
        assertEquals(1, matomo.requests().size());
        assertFalse(shell.state().resolve("cache").toFile().exists(), "the local store was used as well");
    }

    @Test
    void second_query_is_served_from_redis(FakeMatomo matomo, RedisServer redis) {
        isServedFromRedis(redis.settings(), redis.host() + ":" + redis.port() + "/0", matomo);
        assertTrue(redis.keys().contains(KEY), redis.keys().toString());
        assertTrue(redis.ttl(KEY) > 0 && redis.ttl(KEY) <= 60, redis.ttl(KEY) + " s");
        assertTrue(redis.get(KEY).startsWith("{\"feature\":\"popularUrls\",\"value\":[{\"label\":"), redis.get(KEY));
    }

    @Test
    void url_and_database_and_prefix_are_obeyed(FakeMatomo matomo, RedisServer redis) {
        isServedFromRedis(
                Map.of("REDIS_URL", redis.url() + "/3", "REDIS_CACHE_PREFIX", "shop:"),
                redis.host() + ":" + redis.port() + "/3",
                matomo);
        assertEquals(List.of(), redis.keys());
        assertTrue(redis.info("db3") != null, "nothing in database 3");
    }

    @Test
    void what_is_found_is_counted(FakeMatomo matomo, RedisServer redis) {
        RunCli shell = RunCli.with(matomo, home).env(redis.settings());
        shell.run(PAGES).exits(0);
        shell.run(PAGES).exits(0);
        shell.run(PAGES).exits(0);
        List<String> counters = redis.command("HGETALL", "opalmind:stats:opalmind:cache:total");
        assertEquals("2", counters.get(counters.indexOf("popularUrls:hits") + 1), counters.toString());
        assertEquals("1", counters.get(counters.indexOf("popularUrls:misses") + 1), counters.toString());
        assertEquals("1", counters.get(counters.indexOf("popularUrls:sets") + 1), counters.toString());
    }

    @Test
    void no_redis_is_opened_where_none_is_needed(FakeMatomo matomo, RedisServer redis) {
        RunCli shell = RunCli.with(matomo, home).env(redis.settings());
        for (String[] args : List.of(
                new String[] {"--version"},
                new String[] {"query", "--help"},
                new String[] {"query", "popular-urls", "--explain", "-v"},
                new String[] {"query", "popular-urls", "--no-cache", "-q", "-v"})) {
            shell.run(args).exits(0).saysNothing();
        }
        assertEquals(List.of(), redis.keys());
    }

    @Test
    void acl_user_is_let_in(FakeMatomo matomo, AclRedis redis) {
        isServedFromRedis(
                redis.settings(AclRedis.WRITER),
                redis.server().host() + ":" + redis.server().port() + "/0",
                matomo);
    }

    @Test
    void acl_user_in_the_url_is_let_in(FakeMatomo matomo, AclRedis redis) {
        isServedFromRedis(
                Map.of("REDIS_URL", redis.url(AclRedis.WRITER)),
                redis.server().host() + ":" + redis.server().port() + "/0",
                matomo);
    }

    @Test
    void password_alone_is_the_default_users(FakeMatomo matomo, AclRedis redis) {
        RunCli shell = RunCli.with(matomo, home)
                .env(redis.server().settings())
                .env("REDISCLI_AUTH", AclRedis.DEFAULT.password());
        shell.run(VERBOSE).exits(0).saysLineWith("Redis connection established");
        shell.unset("REDISCLI_AUTH")
                .file("password", AclRedis.DEFAULT.password() + "\n")
                .env("REDIS_PASSWORD_FILE", "password")
                .run(VERBOSE)
                .exits(0)
                .saysLineWith("Redis connection established");
        assertEquals(1, matomo.requests().size());
    }

    @Test
    void tls_with_private_authority_and_client_certificate_works(FakeMatomo matomo, TlsRedis redis) {
        isServedFromRedis(
                redis.settings(), redis.server().host() + ":" + redis.server().port() + "/0", matomo);
    }

    @Test
    void tls_by_url_works(FakeMatomo matomo, TlsRedis redis) {
        isServedFromRedis(
                Map.of(
                        "REDIS_URL", redis.url(),
                        "REDIS_CA_FILE", redis.authority().toString(),
                        "REDIS_CERT_FILE", redis.certificate().toString(),
                        "REDIS_KEY_FILE", redis.key().toString()),
                redis.server().host() + ":" + redis.server().port() + "/0",
                matomo);
    }

    @Test
    void sentinel_leads_to_the_primary(FakeMatomo matomo, ReplicatedRedis redis) {
        isServedFromRedis(
                redis.settings(),
                redis.sentinel().host() + ":" + redis.sentinel().port() + "/0",
                matomo);
        assertTrue(redis.primary().keys().contains(KEY));
    }

    @Test
    void cluster_finds_the_keys_node(FakeMatomo matomo, ClusterRedis redis) {
        RedisServer seed = redis.masters().get(0);
        isServedFromRedis(redis.settings(), seed.host() + ":" + seed.port() + "/0", matomo);
        assertTrue(redis.ownerOf(KEY).keys().contains(KEY));
    }
}
