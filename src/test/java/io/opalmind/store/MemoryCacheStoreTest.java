package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryCacheStoreTest extends CacheStoreContract {
    @Override
    protected CacheStore open(Clock clock) {
        return new MemoryCacheStore(clock);
    }

    @Test
    void expired_entry_goes_with_the_next_put() {
        MovableClock clock = new MovableClock("2026-11-24T20:00:00Z");
        CacheStore store = open(clock);
        store.put("short", bytes("short"), Duration.ofSeconds(1));
        store.put("long", bytes("long"), Duration.ofHours(1));
        clock.move(Duration.ofSeconds(2));
        assertArrayEquals(bytes("short"), store.get("short"));
        store.put("next", bytes("next"), Duration.ofSeconds(1));
        assertNull(store.get("short"));
        assertArrayEquals(bytes("long"), store.get("long"));
    }

    @Test
    void soonest_to_expire_makes_room() {
        CacheStore store = open(Clock.systemUTC());
        byte[] value = filled(CacheStore.MAX_VALUE_BYTES);
        store.put("1 h", value, Duration.ofHours(1));
        store.put("4 h", value, Duration.ofHours(4));
        store.put("3 h", value, Duration.ofHours(3));
        store.put("2 h", value, Duration.ofHours(2));
        assertNull(store.get("1 h"));
        assertNotNull(store.get("2 h"));
        assertNotNull(store.get("3 h"));
        assertNotNull(store.get("4 h"));
    }

    @Test
    void one_just_put_stays_though_it_is_the_soonest_to_expire() {
        CacheStore store = open(Clock.systemUTC());
        byte[] value = filled(CacheStore.MAX_VALUE_BYTES);
        for (int hours = 9; hours > 0; hours--) {
            store.put("key " + hours, value, Duration.ofHours(hours));
            assertNotNull(store.get("key " + hours));
        }
        assertNotNull(store.get("key 9"));
        assertNull(store.get("key 2"));
    }
}
