package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.redis.DeployedRedis;
import io.opalmind.testing.redis.RedisExtension;
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

    @Test
    void audit_finds_nothing_that_fails_and_sees_all(DeployedRedis redis) {
        JsonNode checks = as(redis, "auditor")
                .run("inspect-redis", "audit", "--fail-on", "fail")
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
