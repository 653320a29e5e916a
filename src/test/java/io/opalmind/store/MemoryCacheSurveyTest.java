package io.opalmind.store;

import java.time.Clock;

class MemoryCacheSurveyTest extends CacheSurveyContract {
    private MemoryCacheStore memory;

    @Override
    protected CacheStore open(Clock clock) {
        memory = new MemoryCacheStore(clock);
        return memory;
    }

    @Override
    protected CacheSurvey survey() {
        return memory;
    }
}
