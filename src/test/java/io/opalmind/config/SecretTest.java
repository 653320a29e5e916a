package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @Test
    void printing_a_secret_shows_stars() {
        assertEquals("***", new Secret("hunter2").toString());
        assertEquals("hunter2", new Secret("hunter2").reveal());
    }

    @Test
    void secrets_are_equal_by_their_value() {
        assertEquals(new Secret("a"), new Secret("a"));
        assertEquals(new Secret("a").hashCode(), new Secret("a").hashCode());
        assertNotEquals(new Secret("a"), new Secret("b"));
    }

    @Test
    void printing_the_whole_configuration_shows_no_secret(@TempDir Path directory) {
        Config config = Setup.complete(directory)
                .env("REDIS_URL", "redis://:hunter2@redis.example/1")
                .env("HTTPS_PROXY", "http://me:hunter2@proxy.example:3128")
                .load();

        assertFalse(config.toString().contains("hunter2"), config::toString);
        assertFalse(config.toString().contains(Setup.TOKEN), config::toString);
    }
}
