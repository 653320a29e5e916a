package io.opalmind.store.redis;

import io.opalmind.store.CacheEvent;
import io.opalmind.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link ChildJvm} runs: counts, keeps a value and reads it. Writes two lines into the file of the first argument,
 * what was read or why not, and when it had closed everything; prints nothing; and ends by coming to its end. The word
 * {@code warm} has it load classes first, as a start from the command line does.
 */
final class ChildMain {
    private ChildMain() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> variables = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals > 0) {
                variables.put(arg.substring(0, equals), arg.substring(equals + 1));
            } else if (arg.equals("warm")) {
                new RedisWarmUp().run();
            }
        }
        String said = said(Links.settings(variables));
        Files.write(Path.of(args[0]), List.of(said, Long.toString(System.currentTimeMillis())));
    }

    private static String said(RedisSettings settings) {
        try (RedisLink link = RedisLink.open(settings)) {
            RedisStatsStore stats = new RedisStatsStore(link, "opalmind:cache:", Clock.systemUTC());
            stats.count("popularUrls", CacheEvent.SET);
            RedisCacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
            cache.put("key", Text.bytes("value"), Duration.ofMinutes(1));
            String read = Text.of(cache.get("key"));
            stats.close();
            return String.valueOf(read);
        } catch (StoreException e) {
            return e.getMessage();
        }
    }
}
