package io.opalmind.store;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class LocalHitQueueTest extends HitQueueContract {
    @TempDir
    Path state;

    @Override
    protected HitQueue open(Clock clock) {
        return new LocalHitQueue(state, "0123456789ab", clock);
    }
}
