package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every form of the cache promises. Public for the forms in other packages. */
public abstract class CacheStoreContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String KEY =
            "opalmind:cache:{\"feature\":\"popularUrls\",\"input\":{\"siteId\":1,\"period\":\"day\",\"date\":\"today\"}}";

    private CacheStore store;

    /** A store with nothing in it but what this test put there. */
    protected abstract CacheStore open(Clock clock) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open(Clock.systemUTC());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void key_never_put_is_a_miss() {
        assertNull(store.get(KEY));
    }

    @Test
    void value_comes_back_byte_for_byte() {
        byte[] every = new byte[1024];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        store.put(KEY, every, HOUR);
        assertArrayEquals(every, store.get(KEY));
    }

    @Test
    void value_of_no_bytes_comes_back() {
        store.put(KEY, new byte[0], HOUR);
        assertArrayEquals(new byte[0], store.get(KEY));
    }

    @Test
    void later_put_takes_the_place_of_an_earlier_longer_one() {
        store.put(KEY, bytes("a first and longer value"), HOUR);
        store.put(KEY, bytes("second"), HOUR);
        assertArrayEquals(bytes("second"), store.get(KEY));
    }

    @Test
    void reading_changes_nothing() {
        store.put(KEY, bytes("value"), HOUR);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(bytes("value"), store.get(KEY));
        }
    }

    @Test
    void keys_are_told_apart_whatever_they_hold() {
        String[] keys = {
            "",
            "a",
            "A",
            "a ",
            " a",
            "a\n",
            "\na",
            "a\nb",
            "a/b",
            "../a",
            "/etc/passwd",
            "ä",
            "a\u0308",
            "😀",
            "a\u0000b",
            "{\"a\":\"\\\"\"}",
            "*",
            "[a]",
            "a".repeat(4000),
            "a".repeat(4001),
        };
        for (int i = 0; i < keys.length; i++) {
            store.put(keys[i], bytes("value " + i), HOUR);
        }
        for (int i = 0; i < keys.length; i++) {
            assertArrayEquals(bytes("value " + i), store.get(keys[i]), keys[i]);
        }
        assertNull(store.get("b"));
    }

    @Test
    void hundred_entries_of_usual_size_stay() {
        byte[] value = new byte[10_000];
        for (int i = 0; i < 100; i++) {
            Arrays.fill(value, (byte) i);
            store.put(KEY + i, value, HOUR);
        }
        for (int i = 0; i < 100; i++) {
            Arrays.fill(value, (byte) i);
            assertArrayEquals(value, store.get(KEY + i));
        }
    }

    @Test
    void largest_value_is_kept() {
        byte[] value = filled(CacheStore.MAX_VALUE_BYTES);
        store.put(KEY, value, HOUR);
        assertArrayEquals(value, store.get(KEY));
    }

    @Test
    void larger_value_is_not_kept() {
        store.put(KEY, filled(CacheStore.MAX_VALUE_BYTES + 1), HOUR);
        assertNull(store.get(KEY));
    }

    @Test
    void larger_value_does_not_leave_the_outdated_one_in_place() {
        store.put(KEY, bytes("outdated"), HOUR);
        store.put(KEY, filled(CacheStore.MAX_VALUE_BYTES + 1), HOUR);
        assertNull(store.get(KEY));
    }

    @Test
    void any_time_to_live_above_zero_is_accepted() {
        store.put(KEY, bytes("short"), Duration.ofNanos(1));
        store.put("300 days", bytes("long"), Duration.ofDays(300));
        assertArrayEquals(bytes("long"), store.get("300 days"));
        store.put("centuries", bytes("longest"), Duration.ofSeconds(Long.MAX_VALUE));
        assertArrayEquals(bytes("longest"), store.get("centuries"));
    }

    @Test
    void time_to_live_of_zero_or_less_is_refused() {
        byte[] value = bytes("value");
        assertThrows(IllegalArgumentException.class, () -> store.put(KEY, value, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> store.put(KEY, value, Duration.ofMillis(-1)));
        assertNull(store.get(KEY));
    }

    @Test
    void array_of_the_caller_is_not_the_array_of_the_store() {
        byte[] value = bytes("value");
        store.put(KEY, value, HOUR);
        value[0] = 'X';
        byte[] read = store.get(KEY);
        assertNotNull(read);
        read[1] = 'X';
        assertArrayEquals(bytes("value"), store.get(KEY));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] filled(int length) {
        byte[] value = new byte[length];
        for (int i = 0; i < length; i++) {
            value[i] = (byte) (i * 31 + (i >> 9));
        }
        return value;
    }
}
