package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.matomo.ReportName;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is cached against what Matomo answers now. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class InspectLiveTest {
    private static final String KEY =
            "{\"feature\":\"popularUrls\",\"input\":{\"siteId\":1,\"period\":\"day\",\"date\":\"yesterday\"}}";

    @TempDir
    Path home;

    @Test
    void what_was_just_cached_does_not_differ(FakeMatomo matomo, RedisServer redis) {
        RunCli shell = RunCli.with(matomo, home).env(redis.settings());
        for (ReportName report : ReportName.values()) {
            shell.run("query", report.label(), "--date", "yesterday");
            shell.run("query", report.label(), "--period", "day", "--date", "last7");
        }
        int asked = 0;
        for (String key : redis.keys()) {
            if (key.startsWith("opalmind:cache:") && key.contains("\"period\"")) {
                JsonNode shown = shell.run("inspect-redis", "get", key, "--live")
                        .exits(0)
                        .json();
                assertEquals("[]", shown.get("differences").toString(), key);
                assertTrue(shown.has("live"), key);
                asked++;
            }
        }
        assertTrue(asked > 15, asked + " keys");
    }

    @Test
    void what_changed_is_shown_and_the_cache_stays(FakeMatomo matomo, RedisServer redis) {
        RunCli shell = RunCli.with(matomo, home).env(redis.settings());
        shell.run("query", "popular-urls", "--date", "yesterday").exits(0);
        String before = redis.get("opalmind:cache:" + KEY);
        matomo.on("Actions.getPageUrls", params -> "[{\"label\":\"/new\",\"nb_visits\":1}]");
        JsonNode shown =
                shell.run("inspect-redis", "get", KEY, "--live").exits(0).json();
        assertTrue(shown.get("differences").size() > 1, shown.toString());
        assertTrue(
                shown.get("differences").toString().contains("\"path\":\"[/new]\",\"cached\":null"), shown.toString());
        assertEquals("/new", shown.at("/live/0/label").asText());
        assertEquals(before, redis.get("opalmind:cache:" + KEY));
    }

    @Test
    void live_needs_a_matomo_and_a_cached_report(FakeMatomo matomo, RedisServer redis) {
        redis.set("opalmind:idempotency:hit", "{}");
        RunCli.without(home)
                .env(redis.settings())
                .run("inspect-redis", "get", "hit", "--live")
                .exits(3)
                .saysLineWith("MATOMO_BASE_URL");
        RunCli.with(matomo, home)
                .env(redis.settings())
                .run("inspect-redis", "get", "hit", "--live")
                .exits(2)
                .saysOneLineWith("--live: 'hit' is no cached report");
    }
}
