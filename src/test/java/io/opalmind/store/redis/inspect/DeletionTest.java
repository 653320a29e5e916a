package io.opalmind.store.redis.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing goes that is not what it was when it was chosen. */
@ExtendWith(RedisExtension.class)
class DeletionTest {
    private static final String KEY = "opalmind:cache:a";

    private static void check(RedisServer redis, Runnable meanwhile, Deleted expected) {
        Inspectors.with(redis, inspector -> {
            List<MarkedKey> chosen = inspector.choose(Inspectors.all(), 10);
            assertEquals(1, chosen.size());
            meanwhile.run();
            Deleted deleted = inspector.delete(chosen);
            assertEquals(
                    expected, new Deleted(deleted.matched(), deleted.deleted(), deleted.changed(), deleted.gone(), 0));
        });
    }

    @Test
    void unchanged_key_goes(RedisServer redis) {
        redis.command("SETEX", KEY, "100", "old");
        check(redis, () -> {}, new Deleted(1, 1, 0, 0, 0));
        assertEquals(List.of(), redis.keys());
    }

    @Test
    void other_value_stays(RedisServer redis) {
        redis.command("SETEX", KEY, "100", "old");
        check(redis, () -> redis.command("SET", KEY, "new", "KEEPTTL"), new Deleted(1, 0, 1, 0, 0));
        assertEquals("new", redis.get(KEY));
    }

    @Test
    void same_value_with_a_longer_life_stays(RedisServer redis) {
        redis.command("SETEX", KEY, "100", "old");
        check(redis, () -> redis.command("EXPIRE", KEY, "200"), new Deleted(1, 0, 1, 0, 0));
    }

    @Test
    void life_that_has_no_end_any_more_stays(RedisServer redis) {
        redis.command("SETEX", KEY, "100", "old");
        check(redis, () -> redis.command("PERSIST", KEY), new Deleted(1, 0, 1, 0, 0));
    }

    @Test
    void other_type_stays(RedisServer redis) {
        redis.set(KEY, "old");
        check(
                redis,
                () -> {
                    redis.command("DEL", KEY);
                    redis.command("LPUSH", KEY, "old");
                },
                new Deleted(1, 0, 1, 0, 0));
    }

    @Test
    void key_that_went_by_itself_is_told(RedisServer redis) {
        redis.set(KEY, "old");
        check(redis, () -> redis.command("DEL", KEY), new Deleted(1, 0, 0, 1, 0));
    }
}
