package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What stands in Redis: counted, listed, shown. Nothing of Matomo is configured. */
@ExtendWith(RedisExtension.class)
class InspectRedisTest {
    private static final String PAGES =
            "{\"feature\":\"popularUrls\",\"input\":{\"siteId\":1,\"period\":\"range\",\"date\":\"last30\",\"limit\":5}}";

    @TempDir
    Path home;

    private RunCli shell(RedisServer redis) {
        return RunCli.without(home).env(redis.settings());
    }

    private static List<String> keys(Outcome outcome) {
        return outcome.exits(0)
                .stdout()
                .lines()
                .map(InspectRedisTest::key)
                .sorted()
                .toList();
    }

    private static String key(String line) {
        return line.substring(line.indexOf(':') + 2, line.indexOf("\",\"kind\""));
    }

    @Test
    void redis_that_is_not_configured_is_exit_3() {
        for (String[] words : List.of(
                new String[] {"inspect-redis", "summary"},
                new String[] {"inspect-redis", "keys"},
                new String[] {"inspect-redis", "delete", "--yes"})) {
            RunCli.without(home)
                    .run(words)
                    .exits(3)
                    .printsNothing()
                    .saysOneLineWith("REDIS_URL", "not set", "REDIS_HOST");
        }
    }

    @Test
    void redis_that_refuses_is_exit_8() {
        String port = Integer.toString(Ports.refusing());
        RunCli.without(home)
                .env("REDIS_HOST", "127.0.0.1")
                .env("REDIS_PORT", port)
                .run("inspect-redis", "summary")
                .exits(8)
                .printsNothing()
                .saysOneLineWith("127.0.0.1:" + port + "/0", "Connection refused");
    }

    @Test
    void redis_that_hangs_is_exit_8(RedisServer redis) {
        redis.stop();
        shell(redis)
                .env("REDIS_COMMAND_TIMEOUT_MS", "200")
                .run("inspect-redis", "keys")
                .exits(8)
                .saysOneLineWith("no answer within 200 ms");
    }

    @Test
    void no_command_or_an_unknown_one_is_exit_2(RedisServer redis) {
        shell(redis).run("inspect-redis").exits(2).saysOneLineWith("summary, keys, get");
        shell(redis).run("inspect-redis", "sumary").exits(2).saysOneLineWith("summary");
    }

    @Test
    void help_needs_nothing_and_lists_the_commands() {
        String help =
                RunCli.without(home).run("inspect-redis", "--help").exits(0).stdout();
        assertTrue(help.contains("  delete "), help);
        RunCli.without(home).run("inspect-redis", "keys", "--help").exits(0);
    }

    @Test
    void summary_counts_what_the_sdk_wrote(RedisServer redis) {
        SdkKeys.into(redis);
        redis.set("other:1", "not ours");
        redis.command("HSET", "opalmind:stats:opalmind:cache:total", "popularUrls:hits", "1");
        JsonNode summary = shell(redis)
                .run("inspect-redis", "summary")
                .exits(0)
                .saysNothing()
                .json();
        assertEquals(19, summary.get("keys").asInt());
        assertTrue(summary.get("bytes").asLong() > 10_000);
        assertEquals(0, summary.get("unsized").asInt());
        assertEquals("cache", summary.at("/kinds/0/kind").asText());
        assertEquals(14, summary.at("/kinds/0/keys").asInt());
        assertEquals("goalConversions", summary.at("/features/0/feature").asText());
        assertEquals(2, summary.at("/features/0/keys").asInt());
        assertEquals("1", summary.at("/sites/0/site").asText());
        assertEquals("range", summary.at("/periods/0/period").asText());
        assertEquals(13, summary.at("/periods/0/keys").asInt());
        assertEquals(14, group(summary.get("ttl"), "left", "more than 30d"));
        assertEquals(4, group(summary.get("ttl"), "left", "1h to 1d"));
        assertEquals(1, group(summary.get("ttl"), "left", "no end"));
        assertEquals(19, group(summary.get("age"), "age", "up to 1m"));
        assertEquals("standalone", summary.at("/servers/0/mode").asText());
        assertEquals(
                redis.info("redis_version"), summary.at("/servers/0/version").asText());
    }

    private static int group(JsonNode groups, String name, String wanted) {
        for (JsonNode group : groups) {
            if (group.get(name).asText().equals(wanted)) {
                return group.get("keys").asInt();
            }
        }
        throw new AssertionError(wanted + " is missing in " + groups);
    }

    @Test
    void summary_is_a_table_on_a_terminal(RedisServer redis) {
        SdkKeys.into(redis);
        String table = shell(redis)
                .terminal(100)
                .run("inspect-redis", "summary")
                .exits(0)
                .stdout();
        assertTrue(table.lines().anyMatch(line -> line.matches("kind +cache +14 +[0-9]+")), table);
    }

    @Test
    void empty_redis_has_a_summary_and_no_keys(RedisServer redis) {
        JsonNode summary = shell(redis).run("inspect-redis", "summary").exits(0).json();
        assertEquals(0, summary.get("keys").asInt());
        shell(redis).run("inspect-redis", "keys").exits(0).printsNothing().saysNothing();
    }

    @Test
    void keys_are_lines_of_json_with_what_is_known(RedisServer redis) {
        redis.command("SETEX", "opalmind:cache:" + PAGES, "60", "{}");
        String line =
                shell(redis).run("inspect-redis", "keys").exits(0).saysNothing().stdout();
        assertTrue(line.startsWith("{\"key\":\"opalmind:cache:{"), line);
        for (String part : List.of(
                "\"kind\":\"cache\",\"type\":\"string\",\"feature\":\"popularUrls\",\"site\":1,\"period\":\"range\",\"date\":\"last30\"",
                "\"idleSeconds\":0,\"ageSeconds\":0}\n")) {
            assertTrue(line.contains(part), line);
        }
    }

    @Test
    void filters_choose_keys(RedisServer redis) {
        redis.command(
                "SETEX", "opalmind:cache:{\"feature\":\"events\",\"input\":{\"siteId\":2}}", "30", "x".repeat(5000));
        redis.command("SETEX", "opalmind:cache:{\"feature\":\"events\",\"input\":{\"siteId\":1}}", "59", "x");
        redis.command("SETEX", "opalmind:idempotency:hit-1", "86000", "x");
        redis.set("opalmind:queue:{0123456789ab:00}:lease", "x");
        RunCli shell = shell(redis);
        String large = "opalmind:cache:{\\\"feature\\\":\\\"events\\\",\\\"input\\\":{\\\"siteId\\\":2}}";
        String small = large.replace("2}", "1}");
        assertEquals(List.of(small, large), keys(shell.run("inspect-redis", "keys", "--kind", "cache")));
        assertEquals(List.of(small, large), keys(shell.run("inspect-redis", "keys", "--feature", "events")));
        assertEquals(List.of(large), keys(shell.run("inspect-redis", "keys", "--site", "2")));
        assertEquals(List.of(large), keys(shell.run("inspect-redis", "keys", "--larger-than", "4k")));
        assertEquals(List.of(large), keys(shell.run("inspect-redis", "keys", "--expires-within", "40s")));
        assertEquals(
                List.of(large, "opalmind:idempotency:hit-1"),
                keys(shell.run("inspect-redis", "keys", "--older-than", "20s")));
        assertEquals(
                List.of("opalmind:idempotency:hit-1"), keys(shell.run("inspect-redis", "keys", "--match", "hit-?")));
        assertEquals(
                List.of("opalmind:queue:{0123456789ab:00}:lease"),
                keys(shell.run("inspect-redis", "keys", "--kind", "queue,claim,stats")));
        assertEquals(List.of(), keys(shell.run("inspect-redis", "keys", "--feature", "campaigns")));
    }

    @Test
    void prefix_with_signs_of_a_pattern_means_itself(RedisServer redis) {
        redis.set("shop[1]*:a", "x");
        redis.set("shop1:a", "x");
        redis.set("shop1x:a", "x");
        RunCli shell = shell(redis).env("REDIS_CACHE_PREFIX", "shop[1]*:");
        assertEquals(List.of("shop[1]*:a"), keys(shell.run("inspect-redis", "keys", "--kind", "cache")));
        assertEquals(List.of("shop[1]*:a"), keys(shell.run("inspect-redis", "keys", "--match", "a")));
    }

    @Test
    void options_that_make_no_sense_are_exit_2(RedisServer redis) {
        RunCli shell = shell(redis);
        shell.run("inspect-redis", "keys", "--kind", "report").exits(2).saysOneLineWith("--kind report", "idempotency");
        shell.run("inspect-redis", "keys", "--cursor", "x").exits(2).saysOneLineWith("--cursor x");
        shell.run("inspect-redis", "keys", "--cursor", "0@7").exits(2).saysOneLineWith("no such master");
        shell.run("inspect-redis", "keys", "--page", "0").exits(2).saysOneLineWith("--page 0");
        shell.run("inspect-redis", "keys", "--larger-than", "much").exits(2).saysOneLineWith("no size");
        shell.run("inspect-redis", "keys", "--older-than", "old").exits(2).saysOneLineWith("no duration");
        shell.run("inspect-redis", "keys", "--rate", "-1").exits(2).saysOneLineWith("--rate");
    }

    @Test
    void page_says_where_to_go_on(RedisServer redis) {
        redis.command("EVAL", "for i = 1, 3000 do redis.call('SET', 'opalmind:cache:' .. i, 'v') end return 1", "0");
        Outcome first =
                shell(redis).run("inspect-redis", "keys", "--page", "1000").exits(0);
        String cursor = first.stderr().replaceAll("(?s).*--cursor ([0-9]+)\\..*", "$1");
        Outcome rest = shell(redis)
                .run("inspect-redis", "keys", "--cursor", cursor)
                .exits(0)
                .saysNothing();
        assertEquals(
                3000, first.stdout().lines().count() + rest.stdout().lines().count());
        assertEquals(
                5,
                keys(shell(redis).run("inspect-redis", "keys", "--sample", "5")).size());
    }

    @Test
    void hostile_keys_do_not_reach_a_terminal(RedisServer redis) {
        redis.command("EVAL", "redis.call('SET', 'opalmind:cache:\\27[31m\\255\\n', 'v') return 1", "0");
        String table =
                shell(redis).terminal(200).run("inspect-redis", "keys").exits(0).stdout();
        assertTrue(table.contains("opalmind:cache:\\x1b[31m\uFFFD\\n"), table);
        assertFalse(table.contains("\u001b[31m"), table);
        JsonNode row = shell(redis).run("inspect-redis", "keys").exits(0).json();
        String base64 = row.get("keyBase64").asText();
        JsonNode detail = shell(redis)
                .run("inspect-redis", "get", base64, "--base64")
                .exits(0)
                .json();
        assertEquals("v", detail.get("value").asText());
    }

    @Test
    void get_shows_a_record_with_prefix_or_without(RedisServer redis) {
        SdkKeys.into(redis);
        JsonNode whole = shell(redis)
                .run("inspect-redis", "get", "opalmind:cache:" + PAGES)
                .exits(0)
                .json();
        JsonNode rest = shell(redis)
                .run("inspect-redis", "get", PAGES)
                .exits(0)
                .saysNothing()
                .json();
        assertEquals(whole.get("value"), rest.get("value"));
        assertEquals("popularUrls", rest.at("/value/feature").asText());
        assertEquals("raw", rest.get("encoding").asText());
        assertTrue(rest.get("length").asLong() > 1000);
        JsonNode record = shell(redis)
                .run("inspect-redis", "get", "interop-pageview-1")
                .exits(0)
                .json();
        assertEquals("idempotency", record.get("kind").asText());
        assertEquals(204, record.at("/value/value/status").asInt());
    }

    @Test
    void get_decodes_every_type(RedisServer redis) {
        redis.command("HSET", "opalmind:stats:opalmind:cache:total", "popularUrls:hits", "3");
        redis.command("XADD", "opalmind:queue:{0123456789ab:00}", "1-1", "hit", "{\"key\":\"k\"}");
        redis.command("ZADD", "opalmind:claims:opalmind:idempotency:0123456789ab", "5", "k");
        redis.command("RPUSH", "opalmind:cache:list", "a", "b");
        redis.command("EVAL", "redis.call('SET', 'opalmind:cache:binary', '\\255') return 1", "0");
        assertEquals("{\"popularUrls:hits\":\"3\"}", value(redis, "opalmind:stats:opalmind:cache:total"));
        assertEquals("[[\"1-1\",\"hit\",{\"key\":\"k\"}]]", value(redis, "opalmind:queue:{0123456789ab:00}"));
        assertEquals("[[\"k\",\"5\"]]", value(redis, "opalmind:claims:opalmind:idempotency:0123456789ab"));
        assertEquals("[\"a\",\"b\"]", value(redis, "list"));
        assertEquals("{\"base64\":\"/w==\"}", value(redis, "binary"));
    }

    private String value(RedisServer redis, String key) {
        return shell(redis)
                .run("inspect-redis", "get", key)
                .exits(0)
                .json()
                .get("value")
                .toString();
    }

    @Test
    void get_reads_nothing_that_is_too_long_and_shows_no_token(RedisServer redis) {
        redis.command("SETRANGE", "opalmind:cache:long", "9000000", "x");
        JsonNode detail = shell(redis)
                .run("inspect-redis", "get", "long")
                .exits(0)
                .saysOneLineWith("9000001 bytes")
                .json();
        assertTrue(detail.get("value").isNull());
        String token = "0123456789abcdef0123456789abcdef";
        redis.set("opalmind:cache:leak", "{\"a\":\"index.php?token_auth=" + token + "\",\"b\":\"" + token + "\"}");
        shell(redis)
                .env("MATOMO_BASE_URL", "http://localhost/")
                .env("MATOMO_TOKEN", token)
                .run("inspect-redis", "get", "leak")
                .exits(0);
    }

    @Test
    void key_that_is_not_there_is_exit_2(RedisServer redis) {
        redis.set("other", "not ours");
        shell(redis)
                .run("inspect-redis", "get", "other")
                .exits(2)
                .printsNothing()
                .saysOneLineWith("no key 'other'");
        shell(redis).run("inspect-redis", "get").exits(2).saysOneLineWith("Which key?");
    }
}
