package io.opalmind.sandbox.visits;

import java.util.LinkedHashMap;
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

    /** The parameters of a hit that is the same whoever sends it, and whenever: with time, address, browser and languages. */
    public Map<String, String> complete() {
        Map<String, String> complete = new LinkedHashMap<>(parameters);
        complete.remove("cdo");
        complete.put("cdt", Long.toString(HitTime.of(this).getEpochSecond()));
        say(complete, "cip", sender.ip());
        say(complete, "ua", sender.userAgent());
        say(complete, "lang", sender.language());
        return complete;
    }

    private void say(Map<String, String> complete, String name, String header) {
        if (get(name) == null) {
            complete.put(name, header);
        }
    }
}
