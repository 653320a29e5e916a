package io.opalmind.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.testing.redis.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Fourteen cached reports and four records of hits, as the TypeScript SDK wrote them. */
final class SdkKeys {
    private SdkKeys() {}

    static void into(RedisServer redis) {
        try (InputStream recorded = SdkKeys.class.getResourceAsStream("/opalmind-ts-redis/redis-keys.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(recorded)) {
                redis.command(
                        "SETEX",
                        entry.get("key").asText(),
                        entry.get("ttlSeconds").asText(),
                        entry.get("value").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
