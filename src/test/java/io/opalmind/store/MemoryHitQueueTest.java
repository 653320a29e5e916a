package io.opalmind.store;

import java.time.Clock;

class MemoryHitQueueTest extends HitQueueContract {
    @Override
    protected HitQueue open(Clock clock) {
        return new MemoryHitQueue(clock);
    }
}
