package io.opalmind.sandbox.visits;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hit as it arrived.
 *
 * @param parameters the Tracking API's, decoded, without {@code token_auth}
 */
public record Hit(Map<String, String> parameters, Sender sender) {
    /** A parameter; null where it is missing or empty. */
    public @Nullable String get(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
