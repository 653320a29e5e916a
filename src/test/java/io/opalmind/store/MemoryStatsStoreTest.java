package io.opalmind.store;

import java.time.Clock;

class MemoryStatsStoreTest extends StatsStoreContract {
    @Override
    protected StatsStore open(Clock clock) {
        return new MemoryStatsStore(clock);
    }
}
