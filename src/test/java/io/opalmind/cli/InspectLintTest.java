package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.matomo.ReportName;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is not as it should be is found, and nothing else is. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class InspectLintTest {
    private static final String KEY = "opalmind:cache:{\"feature\":\"events\",\"input\":{\"siteId\":1}}";
    private static final String HIT =
            "{\"key\":\"hit\",\"value\":{\"ok\":true,\"status\":204,\"body\":\"\"},\"attempts\":1,\"completedAt\":1}";

    @TempDir
    Path home;

    private RunCli shell(RedisServer redis) {
        return RunCli.without(home).env(redis.settings());
    }

    private static String report(String feature, long millisLeft) {
        return "{\"feature\":\"" + feature + "\",\"value\":[],\"expiresAt\":"
                + (System.currentTimeMillis() + millisLeft) + "}";
    }

    private void finds(RunCli shell, String... findings) {
        List<String> found = shell.run("inspect-redis", "lint")
                .exits(0)
                .stdout()
                .lines()
                .map(line -> line.replaceAll(".*\"finding\":\"([a-z-]+)\".*", "$1"))
                .sorted()
                .toList();
        assertEquals(List.of(findings), found);
    }

    @Test
    void what_this_tool_writes_is_in_order(FakeMatomo matomo, RedisServer redis) {
        RunCli shell = RunCli.with(matomo, home).env(redis.settings());
        for (ReportName report : ReportName.values()) {
            shell.run("query", report.label(), "--date", "yesterday", "--segment", "a \" é==1", "--limit", "3");
            shell.run("query", report.label(), "--period", "day", "--date", "last7");
        }
        assertTrue(redis.keys().size() > 15, redis.keys().toString());
        shell.run("inspect-redis", "lint", "--fail").exits(0).printsNothing().saysNothing();
    }

    @Test
    void records_of_the_sdk_are_in_order_but_for_their_old_expiry(RedisServer redis) {
        SdkKeys.into(redis);
        String found = shell(redis).run("inspect-redis", "lint").exits(0).stdout();
        assertEquals(
                List.of(),
                found.lines()
                        .filter(line -> !line.contains("ttl-against-expiry"))
                        .toList());
    }

    @Test
    void sound_keys_are_in_order(RedisServer redis) {
        redis.command("SETEX", KEY, "60", report("events", 60_000));
        redis.command("SETEX", "opalmind:idempotency:hit", "60", HIT);
        redis.command("HSET", "opalmind:stats:opalmind:cache:total", "a:hits", "1");
        redis.command("XADD", "opalmind:queue:{0123456789ab:00}", "*", "hit", "{}");
        redis.command("SETEX", "opalmind:queue:{0123456789ab:00}:lease", "60", "host");
        redis.command("ZADD", "opalmind:claims:opalmind:idempotency:0123456789ab", "1", "a");
        finds(shell(redis));
    }

    @Test
    void value_that_is_no_json(RedisServer redis) {
        redis.command("SETEX", KEY, "60", "{\"feature\":");
        redis.command("SETEX", "opalmind:idempotency:a", "60", "x");
        redis.command("SETEX", "opalmind:idempotency:b", "60", HIT.replace("hit", "b") + "x");
        redis.command("SETEX", "opalmind:idempotency:c", "60", "");
        finds(shell(redis), "invalid-json", "invalid-json", "invalid-json", "invalid-json");
    }

    @Test
    void json_that_is_no_record(RedisServer redis) {
        redis.command("SETEX", KEY, "60", "{\"feature\":\"events\"}");
        redis.command("SETEX", "opalmind:idempotency:a", "60", "[1]");
        finds(shell(redis), "no-record", "no-record");
    }

    @Test
    void key_that_never_ends(RedisServer redis) {
        redis.set("opalmind:idempotency:hit", HIT);
        redis.set("opalmind:claim:opalmind:idempotency:a", "{}");
        redis.command("HSET", "opalmind:stats:opalmind:cache:hour:5", "a:hits", "1");
        finds(shell(redis), "no-ttl", "no-ttl", "no-ttl");
    }

    @Test
    void life_that_is_not_the_records(RedisServer redis) {
        redis.command("SETEX", KEY, "600", report("events", 60_000));
        finds(shell(redis), "ttl-against-expiry");
        redis.command("SETEX", KEY, "60", report("events", 600_000));
        finds(shell(redis), "ttl-against-expiry");
        redis.command("SETEX", KEY, "3", report("events", 1_000));
        finds(shell(redis));
    }

    @Test
    void other_type(RedisServer redis) {
        redis.command("HSET", KEY, "a", "1");
        redis.set("opalmind:stats:opalmind:cache:total", "1");
        redis.set("opalmind:queue:{0123456789ab:00}", "1");
        finds(shell(redis), "wrong-type", "wrong-type", "wrong-type");
    }

    @Test
    void record_of_another_key(RedisServer redis) {
        redis.command("SETEX", KEY, "60", report("campaigns", 60_000));
        redis.command("SETEX", "opalmind:idempotency:other", "60", HIT);
        finds(shell(redis), "other-key", "other-key");
    }

    @Test
    void feature_that_nobody_knows_and_key_that_nobody_looks_for(RedisServer redis) {
        redis.command("SETEX", KEY.replace("events", "weather"), "60", report("weather", 60_000));
        redis.command(
                "SETEX",
                "opalmind:cache:{\"input\":{\"siteId\":1},\"feature\":\"events\"}",
                "60",
                report("events", 60_000));
        redis.command("SETEX", "opalmind:cache:a", "60", report("events", 60_000));
        finds(shell(redis), "key-not-canonical", "key-not-canonical", "unknown-feature");
    }

    @Test
    void what_came_from_another_matomo(RedisServer redis) {
        String foreign = report("events", 60_000).replace("}", ",\"origin\":\"0123456789ab\"}");
        redis.command("SETEX", KEY, "60", foreign);
        redis.command("XADD", "opalmind:queue:{0123456789ab:00}", "*", "hit", "{}");
        finds(shell(redis));
        finds(
                shell(redis).env("MATOMO_BASE_URL", "http://localhost/").env("MATOMO_TOKEN", "0".repeat(32)),
                "foreign-matomo",
                "foreign-matomo");
    }

    @Test
    void token_in_a_value_is_found_and_not_shown(RedisServer redis) {
        String token = "0123456789abcdef0123456789abcdef";
        redis.command(
                "SETEX", "opalmind:idempotency:hit", "60", HIT.replace("\"body\":\"\"", "\"body\":\"" + token + "\""));
        RunCli shell = shell(redis);
        finds(shell);
        finds(shell.env("MATOMO_BASE_URL", "http://localhost/").env("MATOMO_TOKEN", token), "token-in-value");
        redis.command(
                "SETEX",
                "opalmind:idempotency:hit",
                "60",
                HIT.replace("\"body\":\"\"", "\"body\":\"?token_auth=" + token + "\""));
        Outcome found = shell.run("inspect-redis", "lint", "--fail").exits(10);
        assertTrue(found.stdout().contains("token-in-value"));
        assertFalse(found.stdout().contains(token));
    }

    @Test
    void value_that_is_too_long_is_not_read(RedisServer redis) {
        redis.command("SETRANGE", "opalmind:idempotency:long", "9000000", "x");
        redis.command("EXPIRE", "opalmind:idempotency:long", "60");
        finds(shell(redis), "too-long");
    }

    @Test
    void findings_name_the_key_and_are_a_table_on_a_terminal(RedisServer redis) {
        redis.set("opalmind:idempotency:hit", HIT);
        JsonNode finding = shell(redis).run("inspect-redis", "lint").exits(0).json();
        assertEquals("opalmind:idempotency:hit", finding.get("key").asText());
        assertEquals("idempotency", finding.get("kind").asText());
        String table =
                shell(redis).terminal(100).run("inspect-redis", "lint").exits(0).stdout();
        assertTrue(table.contains("finding  detail"), table);
    }
}
