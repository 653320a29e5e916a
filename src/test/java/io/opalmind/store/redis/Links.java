package io.opalmind.store.redis;

import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings from the variables of the configuration, as the test bed gives them. */
final class Links {
    /** Connecting and one command, each: short, yet no false alarm on a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private Links() {}

    static RedisSettings settings(Map<String, String> variables) {
        String limit = variables.get("REDIS_COMMAND_TIMEOUT_MS");
        return settings(variables, limit == null ? LIMIT : Duration.ofMillis(Long.parseLong(limit)));
    }

    /** For what takes its time on a busy machine, and does not wait for a timeout to pass. */
    static Map<String, String> patient(Map<String, String> variables) {
        return with(variables, "REDIS_COMMAND_TIMEOUT_MS", "20000");
    }

    static RedisSettings settings(Map<String, String> variables, Duration limit) {
        return new RedisSettings(
                variables.get("REDIS_URL"),
                variables.getOrDefault("REDIS_HOST", ""),
                Integer.parseInt(variables.getOrDefault("REDIS_PORT", "6379")),
                Integer.parseInt(variables.getOrDefault("REDIS_DB", "0")),
                Boolean.parseBoolean(variables.getOrDefault("REDIS_TLS", "false")),
                variables.get("REDIS_USERNAME"),
                variables.get("REDIS_PASSWORD"),
                file(variables.get("REDIS_CA_FILE")),
                file(variables.get("REDIS_CERT_FILE")),
                file(variables.get("REDIS_KEY_FILE")),
                Boolean.parseBoolean(variables.getOrDefault("REDIS_CLUSTER", "false")),
                limit,
                limit,
                "the Redis of the tests");
    }

    private static @Nullable Path file(@Nullable String name) {
        return name == null ? null : Path.of(name);
    }

    static RedisSettings url(String url) {
        return settings(Map.of("REDIS_URL", url));
    }

    /** The variables with one of them changed. */
    static Map<String, String> with(Map<String, String> variables, String name, String value) {
        Map<String, String> changed = new HashMap<>(variables);
        changed.put(name, value);
        return changed;
    }

    /** The variables with some of them missing. */
    static Map<String, String> without(Map<String, String> variables, String... names) {
        Map<String, String> changed = new HashMap<>(variables);
        for (String name : names) {
            changed.remove(name);
        }
        return changed;
    }

    static void ping(RedisLink link) {
        link.await(link.send(CommandType.PING, new StatusOutput<>(RedisLink.CODEC), RedisLink.args()));
    }

    /** Opens, keeps a value and reads it again. */
    static @Nullable String keepAndRead(RedisSettings settings, String key, String value) {
        try (RedisLink link = RedisLink.open(settings)) {
            RedisCacheStore cache = new RedisCacheStore(link, "opalmind:cache:");
            cache.put(key, Text.bytes(value), Duration.ofMinutes(1));
            return Text.of(cache.get(key));
        }
    }
}
