package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.HitGate;
import io.opalmind.matomo.track.HitVerifier;
import io.opalmind.store.IdempotencyStore;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an import works with.
 *
 * @param records of idempotency keys; null where lines have none
 * @param stdin read where no file is named
 * @param warnings what went otherwise than asked for
 * @param progress hears the counts after each answer, from several threads, one at a time
 */
public record ImportTools(
        HitGate gate,
        HitWire wire,
        HitVerifier verifier,
        @Nullable IdempotencyStore records,
        Clock clock,
        InputStream stdin,
        Consumer<String> warnings,
        Consumer<ImportCounts> progress) {}
