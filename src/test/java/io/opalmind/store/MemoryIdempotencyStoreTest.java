package io.opalmind.store;

import java.time.Duration;

class MemoryIdempotencyStoreTest extends IdempotencyStoreContract {
    private final MovableClock clock = new MovableClock("2026-11-24T20:00:00Z");
    private final MemoryIdempotencyStore first = new MemoryIdempotencyStore(RECORD_LIFE, clock);

    @Override
    protected IdempotencyStore open() {
        return first.another();
    }

    @Override
    protected void pass(Duration time) {
        clock.move(time);
    }
}
