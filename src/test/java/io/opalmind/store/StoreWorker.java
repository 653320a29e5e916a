package io.opalmind.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** What a process of its own does to a local store; the first argument says what. An exception is its exit code 1. */
final class StoreWorker {
    private static final Duration HOUR = Duration.ofHours(1);

    private StoreWorker() {}

    public static void main(String[] args) {
        Path state = Path.of(args[1]);
        int number = Integer.parseInt(args[2]);
        switch (args[0]) {
            case "put-and-count" -> putAndCount(state, number);
            case "count" -> count(state, number);
            case "write" -> write(state, number, 100_000);
            case "write-large" -> write(state, number, 4_000_000);
            case "read" -> read(state, number);
            case "hours" -> hours(state, number, Instant.parse(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void putAndCount(Path state, int times) {
        try (CacheStore cache = new LocalCacheStore(state, Clock.systemUTC())) {
            for (int i = 0; i < times; i++) {
                cache.put("key " + i, Checked.value(1000, i), HOUR);
            }
        }
        count(state, times);
    }

    private static void count(Path state, int times) {
        for (int i = 0; i < times; i++) {
            // One store an event, as one invocation has it.
            try (StatsStore stats = new LocalStatsStore(state, Clock.systemUTC())) {
                stats.count("popularUrls", CacheEvent.HIT);
                stats.count("campaigns", CacheEvent.MISS);
            }
        }
    }

    private static void write(Path state, int times, int largest) {
        Random random = new Random();
        try (CacheStore cache = new LocalCacheStore(state, Clock.systemUTC())) {
            for (int i = 0; i < times; i++) {
                byte[] value = Checked.value(random.nextInt(largest), i);
                cache.put("key " + random.nextInt(8), value, HOUR);
            }
        }
    }

    private static void read(Path state, int times) {
        try (CacheStore cache = new LocalCacheStore(state, Clock.systemUTC())) {
            for (int i = 0; i < times; i++) {
                byte[] value = cache.get("key " + i % 8);
                if (value != null) {
                    Checked.check(value);
                }
            }
        }
    }

    /** Begins a new hour with each event, so that each folds what became old enough by it. */
    private static void hours(Path state, int times, Instant from) {
        for (int hour = 0; hour < times; hour++) {
            Clock clock = Clock.fixed(from.plus(HOUR.multipliedBy(hour)), ZoneOffset.UTC);
            try (StatsStore stats = new LocalStatsStore(state, clock)) {
                stats.count("campaigns", CacheEvent.MISS);
            }
        }
    }
}
