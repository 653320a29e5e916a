package io.opalmind.store;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class LocalHitQueueProcessesTest extends HitQueueProcessesContract {
    @TempDir
    Path state;

    @Override
    String place() {
        return state.toString();
    }

    @Override
    HitQueue queue() {
        return new LocalHitQueue(state, "0123456789ab", Clock.systemUTC());
    }

    /** The system lets go at once. */
    @Override
    void afterKill() {}
}
