package io.opalmind.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

class LocalIdempotencyProcessesTest extends IdempotencyProcessesContract {
    @Override
    protected IdempotencyStore open() {
        return new LocalIdempotencyStore(Path.of(where()), "00aa11bb22cc", Duration.ofHours(1), Clock.systemUTC());
    }

    @Override
    protected Class<?> worker() {
        return LocalClaimWorker.class;
    }

    @Override
    protected String where() {
        return temp.resolve("state").toString();
    }
}
