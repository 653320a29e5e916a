package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.DeployedRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Redis of docs/deploy: fit for production by our own audit, and its users have the rights that they need. */
@ExtendWith(RedisExtension.class)
class DeployedRedisTest {
    private final FakeMatomo matomo = FakeMatomo.recorded();
    private static final String[] PAGES = {"query", "popular-urls", "--period", "range", "--date", "last30"};

    @TempDir
    Path home;

    @AfterEach
    void close() {
        matomo.close();
    }

    private RunCli as(DeployedRedis redis, String user) {
        return RunCli.with(matomo, home).env(redis.settings(user));
    }

    /** It says that there are more rows, and nothing of Redis. */
    private static String pages(RunCli shell) {
        return shell.run(PAGES)
                .exits(0)
                .saysOneLineWith("Only the first 10 rows")
                .stdout();
    }

    /** The version is the test bed's. */
    @Test
    void audit_finds_nothing_that_fails_and_sees_all(DeployedRedis redis) {
        JsonNode checks = as(redis, "auditor")
                .run("inspect-redis", "audit", "--fail-on", "fail", "--user", "opalmind", "--skip", "version")
                .exits(0)
                .saysNothing()
                .json();
        for (JsonNode check : checks) {
            boolean alone = check.get("check").asText().equals("availability");
            assertEquals(alone ? "warn" : "pass", check.get("status").asText(), check::toString);
        }
    }

    @Test
    void tool_has_the_rights_that_reports_need_and_none_that_it_does_not(DeployedRedis redis) {
        RunCli shell = as(redis, "opalmind");
        String first = pages(shell);
        assertEquals(first, pages(shell));
        assertEquals(1, redis.server().command("KEYS", "opalmind:cache:*").size());
        assertEquals(
                "1",
                redis.server()
                        .command("HGET", "opalmind:stats:opalmind:cache:total", "popularUrls:hits")
                        .get(0));
        JsonNode stats = shell.run("cache-stats").exits(0).saysNothing().json();
        assertEquals(1, stats.at("/total/hits").asInt());
        for (JsonNode check : shell.run("health").saysNothing().json().get("checks")) {
            assertEquals("pass", check.get("status").asText(), check::toString);
        }
        shell.run("inspect-redis", "slowlog").exits(0).saysOneLineWith("SLOWLOG");
    }

    @Test
    void inspector_sees_all_and_changes_nothing(DeployedRedis redis) {
        pages(as(redis, "opalmind"));
        RunCli shell = as(redis, "inspector");
        JsonNode summary =
                shell.run("inspect-redis", "summary").exits(0).saysNothing().json();
        assertEquals(0, summary.get("unsized").asInt());
        assertNotEquals("unknown", summary.at("/servers/0/version").asText());
        for (String command : List.of("keys", "memory", "latency", "slowlog", "lint")) {
            shell.run("inspect-redis", command).exits(0).saysNothing();
        }
        shell.run("inspect-redis", "get", redis.server().keys().get(0)).exits(0);
        shell.run("inspect-redis", "export", "-").exits(0).saysNothing();
        int keys = redis.server().keys().size();
        assertNotEquals(0, shell.run("inspect-redis", "delete", "--yes").code());
        assertEquals(keys, redis.server().keys().size());
    }

    /** By docs/redis.md: what deleting and importing need beside. */
    @Test
    void rights_to_delete_and_to_import_are_a_few_more(DeployedRedis redis) {
        RunCli shell = as(redis, "opalmind");
        pages(shell);
        String exported = as(redis, "inspector")
                .run("inspect-redis", "export", "-")
                .exits(0)
                .stdout();
        redis.server().command("ACL", "SETUSER", "opalmind", "+dump", "+unlink", "+restore");
        try {
            shell.run("inspect-redis", "delete", "--kind", "cache", "--yes").exits(0);
            assertEquals(List.of(), redis.server().command("KEYS", "opalmind:cache:*"));
            shell.stdin(exported).run("inspect-redis", "import", "-").exits(0);
            assertEquals(1, redis.server().command("KEYS", "opalmind:cache:*").size());
        } finally {
            redis.server().command("ACL", "SETUSER", "opalmind", "-dump", "-unlink", "-restore");
        }
    }

    /** By docs/redis.md: what a cluster's client needs beside. */
    @Test
    void rights_in_a_cluster_are_a_few_more(DeployedRedis redis, ClusterRedis cluster) {
        for (RedisServer master : cluster.masters()) {
            for (String user : List.of("opalmind", "inspector")) {
                master.command(redis.rules(user, "+cluster|nodes", "+cluster|slots", "+cluster|info", "+info"));
            }
        }
        RunCli shell = as(redis, "opalmind").env(cluster.settings());
        assertEquals(pages(shell), pages(shell));
        JsonNode summary = as(redis, "inspector")
                .env(cluster.settings())
                .run("inspect-redis", "summary")
                .exits(0)
                .saysNothing()
                .json();
        assertEquals(3, summary.get("servers").size());
        assertTrue(summary.get("keys").asInt() > 1);
        for (RedisServer master : cluster.masters()) {
            master.command("ACL", "DELUSER", "opalmind", "inspector");
        }
    }

    @Test
    void auditor_sees_no_key(DeployedRedis redis) {
        redis.server().set("opalmind:cache:secret", "value");
        assertEquals(8, as(redis, "auditor").run("inspect-redis", "keys").code());
    }

    @Test
    void nobody_gets_in_without_a_password(DeployedRedis redis) {
        RunCli.without(home)
                .env(Map.copyOf(redis.server().settings()))
                .run("inspect-redis", "summary")
                .exits(8)
                .saysOneLineWith("password");
    }
}
