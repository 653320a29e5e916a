package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Deleting, carrying out and carrying in. */
@ExtendWith(RedisExtension.class)
class InspectChangesTest {
    @TempDir
    Path home;

    private RunCli shell(RedisServer redis) {
        return RunCli.without(home).env(redis.settings());
    }

    private static void fill(RedisServer redis) {
        redis.command("SETEX", "opalmind:cache:a", "60", "1");
        redis.command("SETEX", "opalmind:cache:b", "60", "2");
        redis.command("SETEX", "opalmind:idempotency:c", "60", "3");
        redis.set("opalmind:queue:{0123456789ab:00}:lease", "4");
        redis.set("other:a", "5");
    }

    @Test
    void delete_stays_inside_the_two_key_spaces(RedisServer redis) {
        fill(redis);
        JsonNode deleted = shell(redis)
                .run("inspect-redis", "delete", "--yes")
                .exits(0)
                .saysNothing()
                .json();
        assertEquals(3, deleted.get("deleted").asInt());
        assertTrue(deleted.get("bytes").asLong() > 0);
        assertEquals(List.of("opalmind:queue:{0123456789ab:00}:lease", "other:a"), redis.keys());
        for (String kind : List.of("queue", "claim", "stats")) {
            shell(redis)
                    .run("inspect-redis", "delete", "--yes", "--kind", kind)
                    .exits(2)
                    .saysOneLineWith("--kind " + kind);
        }
    }

    @Test
    void delete_obeys_filters_and_limit(RedisServer redis) {
        fill(redis);
        shell(redis).run("inspect-redis", "delete", "--yes", "--match", "b").exits(0);
        assertEquals(null, redis.get("opalmind:cache:b"));
        JsonNode one = shell(redis)
                .run("inspect-redis", "delete", "--yes", "--limit", "1")
                .exits(0)
                .json();
        assertEquals(1, one.get("deleted").asInt());
        assertEquals(3, redis.keys().size());
    }

    @Test
    void dry_run_lists_and_deletes_nothing(RedisServer redis) {
        fill(redis);
        Outcome listed = shell(redis)
                .run("inspect-redis", "delete", "--dry-run", "--kind", "cache")
                .exits(0);
        assertEquals(2, listed.stdout().lines().count());
        listed.saysOneLineWith("Would delete 2 keys");
        assertEquals(5, redis.keys().size());
    }

    @Test
    void without_a_terminal_nobody_can_be_asked(RedisServer redis) {
        fill(redis);
        shell(redis).run("inspect-redis", "delete").exits(2).saysOneLineWith("--yes", "--dry-run");
        assertEquals(5, redis.keys().size());
    }

    @Test
    void delete_asks_on_a_terminal(RedisServer redis) {
        fill(redis);
        RunCli shell = shell(redis).terminal(80);
        for (String no : List.of("", "no\n", "\n", "yesterday I said no\n")) {
            shell.stdin(no)
                    .run("inspect-redis", "delete")
                    .exits(0)
                    .printsNothing()
                    .saysLineWith("Delete 3 keys")
                    .saysLineWith("1 are records of delivered hits")
                    .saysLineWith("opalmind:cache:a")
                    .saysLineWith("Nothing was deleted.");
        }
        assertEquals(5, redis.keys().size());
        shell.stdin("yes\n").run("inspect-redis", "delete").exits(0);
        assertEquals(2, redis.keys().size());
    }

    @Test
    void what_is_exported_can_be_imported(RedisServer redis) {
        SdkKeys.into(redis);
        redis.command("EVAL", "redis.call('SET', 'opalmind:cache:\\255\\n', '\\254') return 1", "0");
        redis.command("HSET", "opalmind:cache:hash", "a", "1");
        redis.set("other", "not ours");
        RunCli shell = shell(redis);
        shell.run("inspect-redis", "export", "out.ndjson")
                .exits(0)
                .printsNothing()
                .saysNothing();
        List<String> keys = redis.keys();
        String value = redis.get("opalmind:idempotency:interop-pageview-1");
        redis.flush();
        JsonNode imported = shell.run("inspect-redis", "import", "out.ndjson")
                .exits(0)
                .saysNothing()
                .json();
        assertEquals(20, imported.get("imported").asInt());
        assertEquals(keys.stream().filter(key -> !key.equals("other")).toList(), redis.keys());
        assertEquals(value, redis.get("opalmind:idempotency:interop-pageview-1"));
        assertEquals("1", redis.command("HGET", "opalmind:cache:hash", "a").get(0));
        assertEquals(-1, redis.ttl("opalmind:cache:hash"));
        long left = redis.ttl("opalmind:idempotency:interop-pageview-1");
        assertTrue(left > 86_000 && left <= 86_400, left + " s");
        String again = shell.run("inspect-redis", "export", "-").exits(0).stdout();
        assertEquals(20, again.lines().count());
        assertTrue(again.contains("\"valueBase64\":\"/g==\""), again);
    }

    @Test
    void import_does_not_overwrite_unless_told(RedisServer redis) {
        RunCli shell = shell(redis)
                .stdin("{\"key\":\"opalmind:cache:a\",\"type\":\"string\",\"ttlMs\":60000,\"value\":\"new\"}\n");
        redis.set("opalmind:cache:a", "old");
        JsonNode kept = shell.run("inspect-redis", "import", "-")
                .exits(0)
                .saysOneLineWith("1 keys were there")
                .json();
        assertEquals(1, kept.get("kept").asInt());
        assertEquals("old", redis.get("opalmind:cache:a"));
        shell.run("inspect-redis", "import", "-", "--overwrite").exits(0).saysNothing();
        assertEquals("new", redis.get("opalmind:cache:a"));
        assertTrue(redis.ttl("opalmind:cache:a") > 50);
    }

    @Test
    void bad_line_is_told_and_those_before_it_are_in(RedisServer redis) {
        String good = "{\"key\":\"opalmind:cache:a\",\"type\":\"string\",\"ttlMs\":-1,\"value\":\"1\"}\n";
        for (String bad : List.of(
                "nonsense",
                "[]",
                "{\"key\":\"opalmind:cache:b\"}",
                "{\"key\":\"other\",\"ttlMs\":-1,\"value\":\"1\"}",
                "{\"key\":\"opalmind:queue:x\",\"ttlMs\":-1,\"value\":\"1\"}",
                "{\"key\":\"opalmind:cache:b\",\"ttlMs\":-1,\"dump\":\"AAAA\"}",
                "{\"key\":\"opalmind:cache:b\",\"ttlMs\":-1,\"dump\":\"?\"}",
                "{\"key\":\"opalmind:cache:b\",\"ttlMs\":-1,\"value\":")) {
            redis.flush();
            shell(redis)
                    .stdin(good + bad)
                    .run("inspect-redis", "import", "-")
                    .exits(2)
                    .saysOneLineWith("Line 2: ");
            assertEquals(List.of("opalmind:cache:a"), redis.keys(), bad);
        }
    }

    @Test
    void line_whose_time_is_over_is_left_out(RedisServer redis) {
        JsonNode imported = shell(redis)
                .stdin("{\"key\":\"opalmind:cache:a\",\"ttlMs\":0,\"value\":\"1\"}")
                .run("inspect-redis", "import", "-")
                .exits(0)
                .json();
        assertEquals(1, imported.get("expired").asInt());
        assertEquals(List.of(), redis.keys());
    }

    @Test
    void export_goes_on_where_it_was_interrupted(RedisServer redis) throws IOException {
        redis.command("EVAL", "for i = 1, 5000 do redis.call('SET', 'opalmind:cache:' .. i, 'v') end return 1", "0");
        RunCli shell = shell(redis);
        shell.run("inspect-redis", "export", "whole").exits(0);
        // As a kill leaves it: the cursor of the first page, its lines, and half a line more.
        Outcome page = shell.run("inspect-redis", "keys", "--page", "1000", "--kind", "cache,idempotency")
                .exits(0);
        String cursor = page.stderr().replaceAll("(?s).*--cursor ([0-9]+)\\..*", "$1");
        List<String> whole = Files.readAllLines(shell.path("whole"));
        int lines = (int) page.stdout().lines().count();
        String first = String.join("\n", whole.subList(0, lines)) + "\n";
        Files.writeString(shell.path("out.part"), first + "{\"key\":\"opalm");
        Files.writeString(
                shell.path("out.part.cursor"), first.length() + "\n" + cursor + "\n" + "another source" + "\n");
        shell.run("inspect-redis", "export", "out").exits(0).saysNothing();
        assertEquals(whole, Files.readAllLines(shell.path("out")), "another source's part was gone on with");

        Files.writeString(shell.path("out.part"), first + "{\"key\":\"opalm");
        Files.writeString(shell.path("out.part.cursor"), first.length() + "\n" + cursor + "\n" + source(redis) + "\n");
        shell.run("inspect-redis", "export", "out").exits(0).saysOneLineWith("Going on with an export");
        assertEquals(whole, Files.readAllLines(shell.path("out")));
        assertFalse(Files.exists(shell.path("out.part")));
        assertFalse(Files.exists(shell.path("out.part.cursor")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.path("whole"))));
    }

    /** What the tool writes down of the source. */
    private static String source(RedisServer redis) {
        return "KeyFilter[kinds=[CACHE, IDEMPOTENCY], feature=null, site=null, olderThan=null, expiresWithin=null, largerThan=-1, glob=null] "
                + redis.host() + ":" + redis.port() + "/0 " + redis.info("run_id");
    }

    @Test
    void export_carries_no_token_out(RedisServer redis) {
        String token = "0123456789abcdef0123456789abcdef";
        redis.set("opalmind:cache:leak", "token_auth=" + token);
        redis.set("opalmind:cache:fine", "x");
        Outcome out = shell(redis)
                .env("MATOMO_BASE_URL", "http://localhost/")
                .env("MATOMO_TOKEN", token)
                .run("inspect-redis", "export", "-")
                .exits(0)
                .saysOneLineWith("Left out: 1 keys");
        assertEquals(1, out.stdout().lines().count());
    }
}
