package io.opalmind.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** {@link ClaimWorker} on local files: what, directory, state directory. */
final class LocalClaimWorker {
    private LocalClaimWorker() {}

    public static void main(String[] args) throws Exception {
        Path state = Path.of(args[2]);
        try (IdempotencyStore store =
                new LocalIdempotencyStore(state, "00aa11bb22cc", Duration.ofHours(1), Clock.systemUTC())) {
            ClaimWorker.work(args[0], Path.of(args[1]), store);
        }
    }
}
