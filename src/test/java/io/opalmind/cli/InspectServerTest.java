package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Memory, round trips and slow commands; users with few rights; clusters. */
@ExtendWith(RedisExtension.class)
class InspectServerTest {
    @TempDir
    Path home;

    private RunCli shell(RedisServer redis) {
        return RunCli.without(home).env(redis.settings());
    }

    @Test
    void memory_shows_the_largest_and_what_to_do(RedisServer redis) {
        SdkKeys.into(redis);
        redis.command("SETEX", "opalmind:cache:large", "60", "x".repeat(100_000));
        JsonNode memory = shell(redis)
                .run("inspect-redis", "memory")
                .exits(0)
                .saysNothing()
                .json();
        assertEquals("opalmind:cache:large", memory.at("/largest/0/key").asText());
        assertTrue(memory.at("/largest/0/bytes").asLong()
                > memory.at("/largest/1/bytes").asLong());
        assertEquals(10, memory.get("largest").size());
        assertEquals("cache", memory.at("/kinds/0/kind").asText());
        assertTrue(memory.at("/servers/0/usedMemory").asLong() > 100_000);
        assertTrue(
                memory.get("advice").toString().contains("maxmemory is not set"),
                memory.get("advice").toString());
        JsonNode sample = shell(redis)
                .run("inspect-redis", "memory", "--sample", "3")
                .exits(0)
                .json();
        assertEquals(3, sample.get("keys").asInt());
    }

    @Test
    void memory_that_is_nearly_full_and_an_evicting_policy_are_told(RedisServer redis) {
        long used = Long.parseLong(redis.info("used_memory"));
        redis.configSet("maxmemory-policy", "allkeys-lru");
        redis.configSet("maxmemory", Long.toString(used + used / 10));
        Outcome table =
                shell(redis).terminal(120).run("inspect-redis", "memory").exits(0);
        table.saysLineWith("Reduce the TTL (CACHE_TTL_MS), or raise maxmemory");
        table.saysLineWith("may evict idempotency records and undelivered hits");
        redis.configSet("maxmemory-policy", "noeviction");
        String advice = shell(redis)
                .run("inspect-redis", "memory")
                .exits(0)
                .json()
                .get("advice")
                .toString();
        assertTrue(advice.contains("set allkeys-lru; but an evicting policy may evict idempotency records"), advice);
    }

    @Test
    void cached_reports_that_never_end_are_told(RedisServer redis) {
        redis.set("opalmind:cache:a", "x");
        String advice = shell(redis)
                .run("inspect-redis", "memory")
                .exits(0)
                .json()
                .get("advice")
                .toString();
        assertTrue(advice.contains("1 cached reports have no time to live"), advice);
    }

    @Test
    void help_shows_examples() {
        String help = RunCli.without(home)
                .run("inspect-redis", "export", "--help")
                .exits(0)
                .stdout();
        assertTrue(help.contains("\n  opalmind inspect-redis export backup.ndjson --rate 5000\n"), help);
    }

    @Test
    void latency_has_percentiles_and_a_histogram(RedisServer redis) {
        JsonNode latency = shell(redis)
                .run("inspect-redis", "latency", "-n", "50")
                .exits(0)
                .json();
        JsonNode server = latency.at("/servers/0");
        assertEquals(50, latency.get("count").asInt());
        assertTrue(server.get("min").asLong() <= server.get("p50").asLong());
        assertTrue(server.get("p99").asLong() <= server.get("max").asLong());
        int counted = 0;
        for (JsonNode step : server.get("histogram")) {
            counted += step.get("count").asInt();
        }
        assertEquals(50, counted);
        String table = shell(redis)
                .terminal(80)
                .run("inspect-redis", "latency", "-n", "5")
                .exits(0)
                .stdout();
        assertTrue(table.contains("p99"), table);
        shell(redis).run("inspect-redis", "latency", "-n", "0").exits(2).saysOneLineWith("--count 0");
    }

    @Test
    void slow_commands_are_shown_without_passwords(RedisServer redis) {
        redis.configSet("slowlog-log-slower-than", "0");
        redis.command("SLOWLOG", "RESET");
        redis.command("CONFIG", "SET", "masterauth", "s3cret");
        redis.command("KEYS", "opalmind:*");
        JsonNode slow = shell(redis)
                .run("inspect-redis", "slowlog")
                .exits(0)
                .saysNothing()
                .json();
        assertFalse(slow.toString().contains("s3cret"), slow.toString());
        JsonNode keys = null;
        for (JsonNode command : slow) {
            keys = command.get("command").asText().equals("KEYS opalmind:*") ? command : keys;
        }
        assertTrue(keys != null, slow.toString());
        assertTrue(keys.get("advice").asText().contains("SCAN"));
        assertTrue(keys.get("time").asText().endsWith("Z"));
        redis.command("CONFIG", "SET", "masterauth", "");
        redis.configSet("slowlog-log-slower-than", "-1");
        redis.command("SLOWLOG", "RESET");
        shell(redis).run("inspect-redis", "slowlog").exits(0).prints("[]\n");
    }

    @Test
    void user_who_may_only_read_sees_keys_and_the_rest_is_unknown(AclRedis redis) {
        SdkKeys.into(redis.server());
        RunCli shell = RunCli.without(home).env(redis.settings(AclRedis.READER));
        JsonNode summary = shell.run("inspect-redis", "summary")
                .exits(0)
                .saysOneLineWith("does not answer INFO")
                .json();
        assertEquals(18, summary.get("keys").asInt());
        assertEquals("unknown", summary.at("/servers/0/version").asText());
        assertEquals(
                18,
                shell.run("inspect-redis", "keys")
                        .exits(0)
                        .saysNothing()
                        .stdout()
                        .lines()
                        .count());
        shell.run("inspect-redis", "get", "interop-pageview-1").exits(0).saysNothing();
        shell.run("inspect-redis", "lint").exits(0).saysNothing();
        shell.run("inspect-redis", "memory").exits(0);
        shell.run("inspect-redis", "latency", "-n", "3").exits(0);
        assertEquals(
                18,
                shell.run("inspect-redis", "export", "-")
                        .exits(0)
                        .stdout()
                        .lines()
                        .count());
        shell.run("inspect-redis", "slowlog").exits(0).saysOneLineWith("does not answer SLOWLOG");
        shell.run("inspect-redis", "delete", "--yes").exits(8).saysOneLineWith("lacks rights");
        shell.stdin("{\"key\":\"opalmind:cache:a\",\"ttlMs\":-1,\"value\":\"1\"}")
                .run("inspect-redis", "import", "-")
                .exits(8)
                .saysOneLineWith("lacks rights");
        assertEquals(18, redis.server().keys().size());
    }

    /** The line of the documentation. */
    @Test
    void user_with_the_documented_rights_sees_our_keys(AclRedis redis) {
        SdkKeys.into(redis.server());
        redis.server().set("other", "x");
        redis.server()
                .command(
                        "ACL",
                        "SETUSER",
                        "inspector",
                        "reset",
                        "on",
                        ">pw",
                        "~opalmind:*",
                        "+@read",
                        "+@connection",
                        "+scan",
                        "+info",
                        "+slowlog");
        RunCli shell = RunCli.without(home)
                .env(redis.server().settings())
                .env("REDIS_USERNAME", "inspector")
                .env("REDIS_PASSWORD", "pw");
        JsonNode summary =
                shell.run("inspect-redis", "summary").exits(0).saysNothing().json();
        assertEquals(18, summary.get("keys").asInt());
        assertEquals("standalone", summary.at("/servers/0/mode").asText());
        shell.run("inspect-redis", "keys").exits(0).saysNothing();
        shell.run("inspect-redis", "lint").exits(0).saysNothing();
        // Keys that this user may not touch are found, as SCAN finds them, and the rest of them is unknown.
        redis.server().set("hits:a", "x");
        String row = shell.env("REDIS_IDEMPOTENCY_PREFIX", "hits:")
                .run("inspect-redis", "keys", "--kind", "idempotency")
                .exits(0)
                .stdout();
        assertTrue(row.contains("\"type\":null") && row.contains("\"bytes\":null"), row);
    }

    @Test
    void user_who_may_not_even_scan_is_exit_8(AclRedis redis) {
        redis.server().command("ACL", "SETUSER", "nobody", "reset", "on", ">pw", "~*", "+get", "+auth");
        RunCli.without(home)
                .env(redis.server().settings())
                .env("REDIS_USERNAME", "nobody")
                .env("REDIS_PASSWORD", "pw")
                .run("inspect-redis", "keys")
                .exits(8)
                .saysOneLineWith("lacks rights", "scan");
    }

    @Test
    void master_that_died_is_exit_8(ClusterRedis redis) {
        redis.masters().get(2).kill();
        for (String command : List.of("summary", "keys", "lint", "latency")) {
            RunCli.without(home)
                    .env(redis.settings())
                    .run("inspect-redis", command)
                    .exits(8)
                    .saysOneLineWith("Redis failed", "Connection refused");
        }
    }

    @Test
    void every_master_of_a_cluster_is_looked_at(ClusterRedis redis) {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 90; i++) {
            String key = "opalmind:idempotency:hit-" + i;
            redis.ownerOf(key).command("SETEX", key, "80000", "{\"key\":\"hit-" + i + "\",\"value\":{}}");
            expected.add(key);
        }
        RunCli shell = RunCli.without(home).env(redis.settings()).env("REDIS_COMMAND_TIMEOUT_MS", "20000");
        JsonNode summary =
                shell.run("inspect-redis", "summary").exits(0).saysNothing().json();
        assertEquals(90, summary.get("keys").asInt());
        assertEquals(3, summary.get("servers").size());
        assertEquals(
                "127.0.0.1:" + redis.masters().get(0).port(),
                summary.at("/servers/0/server").asText());
        assertEquals("cluster", summary.at("/servers/0/mode").asText());

        Outcome all = shell.run("inspect-redis", "keys", "--columns", "key", "-f", "csv")
                .exits(0);
        assertEquals(expected, Set.copyOf(all.stdout().lines().skip(1).toList()));
        assertEquals(
                7,
                shell.run("inspect-redis", "keys", "--sample", "7")
                        .exits(0)
                        .stdout()
                        .lines()
                        .count());
        Outcome page =
                shell.run("inspect-redis", "keys", "--page", "1").exits(0).saysOneLineWith("--cursor 0@1");
        long rest = shell.run("inspect-redis", "keys", "--cursor", "0@1")
                .exits(0)
                .stdout()
                .lines()
                .count();
        assertEquals(90, page.stdout().lines().count() + rest);

        assertEquals(
                "string",
                shell.run("inspect-redis", "get", "hit-7")
                        .exits(0)
                        .json()
                        .get("type")
                        .asText());
        assertEquals(
                3,
                shell.run("inspect-redis", "latency", "-n", "3")
                        .exits(0)
                        .json()
                        .get("servers")
                        .size());
        shell.run("inspect-redis", "slowlog").exits(0);
        assertEquals(
                90,
                shell.run("inspect-redis", "memory").exits(0).json().get("keys").asInt());

        shell.run("inspect-redis", "export", "out").exits(0);
        JsonNode deleted =
                shell.run("inspect-redis", "delete", "--yes").exits(0).json();
        assertEquals(90, deleted.get("deleted").asInt());
        JsonNode imported = shell.run("inspect-redis", "import", "out").exits(0).json();
        assertEquals(90, imported.get("imported").asInt());
        assertEquals(
                90,
                shell.run("inspect-redis", "summary")
                        .exits(0)
                        .json()
                        .get("keys")
                        .asInt());
        for (String no : List.of("hit-1", "hit-2")) {
            shell.terminal(80)
                    .stdin("yes\n")
                    .run("inspect-redis", "delete", "--match", no)
                    .exits(0);
        }
        assertEquals(
                88,
                shell.run("inspect-redis", "summary")
                        .exits(0)
                        .json()
                        .get("keys")
                        .asInt());
    }
}
