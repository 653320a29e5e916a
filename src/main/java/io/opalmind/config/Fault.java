package io.opalmind.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing in the configuration that cannot be used.
 *
 * @param variable the variable; null where the fault is in a file rather than in a variable
 * @param origin where it stands: {@code environment}, {@code FILE:LINE}, {@code option --name}; empty where it is
 *     missing
 * @param shown the value as it may be shown, never a secret; null where nothing may be shown
 * @param explanation what is wrong with it and what is accepted
 */
public record Fault(
        @Nullable String variable, String origin, @Nullable String shown, String explanation) {

    /** One line: {@code REDIS_PORT=abc (.env:7): not a port; a whole number from 1 to 65535}. */
    public String message() {
        if (variable == null) {
            return origin + ": " + explanation;
        }
        String value = shown == null ? "" : "=" + shown;
        String place = origin.isEmpty() ? "" : " (" + origin + ")";
        return variable + value + place + ": " + explanation;
    }
}
