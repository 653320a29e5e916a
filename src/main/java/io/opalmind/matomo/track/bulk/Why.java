package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.MatomoException;
import org.jspecify.annotations.Nullable;

/** Reasons for refusals by Matomo, as they stand beside refused lines. */
final class Why {
    static final String INVALID = "was refused by Matomo, which does not say why to clients; its own log may";

    private Why() {}

    static String refused(@Nullable MatomoException failure) {
        return failure == null || failure.getMessage() == null ? INVALID : "was refused: " + failure.getMessage();
    }
}
