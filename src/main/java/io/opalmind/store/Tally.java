package io.opalmind.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counters by feature, and their lines: {@code popularUrls hits} is one event, {@code popularUrls hits 12} are twelve. */
final class Tally {
    private static final CacheEvent[] EVENTS = CacheEvent.values();
    private static final int MAX_DIGITS = 18;

    private final TreeMap<String, CacheCounters> byFeature = new TreeMap<>();

    void add(String feature, CacheEvent event, long times) {
        byFeature.put(feature, of(feature).plus(event, times));
    }

    void addAll(Tally other) {
        for (Map.Entry<String, CacheCounters> entry : other.byFeature.entrySet()) {
            for (CacheEvent event : EVENTS) {
                add(entry.getKey(), event, times(entry.getValue(), event));
            }
        }
    }

    /** Adds a log's lines; what is no such line (half of one, after a full disk) is passed over. */
    void addLines(BufferedReader log) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            addLine(line);
        }
    }

    void addLine(String line) {
        int first = line.indexOf(' ');
        if (first < 0 || !FeatureName.isValid(line.substring(0, first))) {
            return;
        }
        int second = line.indexOf(' ', first + 1);
        CacheEvent event = event(line.substring(first + 1, second < 0 ? line.length() : second));
        long times = second < 0 ? 1 : number(line, second + 1);
        if (event != null && times > 0) {
            add(line.substring(0, first), event, times);
        }
    }

    /** The line that {@link #addLine} reads as so many events. */
    static String line(String feature, CacheEvent event, long times) {
        StringBuilder line = new StringBuilder(64).append(feature).append(' ').append(event.counter());
        if (times != 1) {
            line.append(' ').append(times);
        }
        return line.append('\n').toString();
    }

    /** All counters as lines. */
    void appendTo(StringBuilder text) {
        for (Map.Entry<String, CacheCounters> entry : byFeature.entrySet()) {
            for (CacheEvent event : EVENTS) {
                long times = times(entry.getValue(), event);
                if (times > 0) {
                    text.append(line(entry.getKey(), event, times));
                }
            }
        }
    }

    /** A copy, sorted by feature. */
    Map<String, CacheCounters> counters() {
        return new TreeMap<>(byFeature);
    }

    private CacheCounters of(String feature) {
        CacheCounters counters = byFeature.get(feature);
        return counters == null ? CacheCounters.NONE : counters;
    }

    private static long times(CacheCounters counters, CacheEvent event) {
        return switch (event) {
            case HIT -> counters.hits();
            case MISS -> counters.misses();
            case SET -> counters.sets();
            case STALE_EVICTION -> counters.staleEvictions();
        };
    }

    private static @Nullable CacheEvent event(String counter) {
        for (CacheEvent event : EVENTS) {
            if (event.counter().equals(counter)) {
                return event;
            }
        }
        return null;
    }

    /** -1 where there is no number up to the line's end. */
    private static long number(String line, int from) {
        int digits = line.length() - from;
        if (digits < 1 || digits > MAX_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
