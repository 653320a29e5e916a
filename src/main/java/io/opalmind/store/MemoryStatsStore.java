package io.opalmind.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Counters for the time of one invocation; what a command goes on with when its Redis is down. */
public final class MemoryStatsStore implements StatsStore {
    private final Clock clock;
    private final TreeMap<String, Tally> hours = new TreeMap<>();

    public MemoryStatsStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void count(String feature, CacheEvent event) {
        FeatureName.check(feature);
        String hour = HourName.of(clock.millis());
        Tally tally = hours.get(hour);
        if (tally == null) {
            tally = new Tally();
            hours.put(hour, tally);
        }
        tally.add(feature, event, 1);
    }

    @Override
    public synchronized Map<String, CacheCounters> counters(Instant since) {
        Tally sum = new Tally();
        for (Tally hour : hours.tailMap(HourName.of(since)).values()) {
            sum.addAll(hour);
        }
        return sum.counters();
    }

    @Override
    public synchronized void reset() {
        hours.clear();
    }

    @Override
    public void close() {}
}
