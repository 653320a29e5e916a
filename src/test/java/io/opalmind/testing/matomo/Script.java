package io.opalmind.testing.matomo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that a test writes itself. */
@FunctionalInterface
public interface Script {
    /**
     * The body for these parameters, sent as it stands with status 200; null leaves the call to the recordings.
     *
     * @param params everything that was asked but the token
     */
    @Nullable
    String answer(Map<String, String> params);
}
