package io.opalmind.matomo.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads when a server wants to be asked again. */
final class RateLimits {
    private static final String[] RESETS = {"X-Matomo-Rate-Limit-Reset", "X-RateLimit-Reset", "RateLimit-Reset"};

    private RateLimits() {}

    /** The wait that the headers ask for, zero or more, or null where they say nothing readable. */
    static @Nullable Duration waitFor(HttpAnswer answer) {
        Duration wait = parse(answer.header().apply("Retry-After"), false);
        for (int i = 0; wait == null && i < RESETS.length; i++) {
            wait = parse(answer.header().apply(RESETS[i]), true);
        }
        return wait;
    }

    /** A number of seconds, an HTTP date, or, for a reset, also an epoch in seconds or milliseconds. */
    private static @Nullable Duration parse(@Nullable String header, boolean reset) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String text = header.strip();
        try {
            long number = (long) Double.parseDouble(text);
            if (number < 0) {
                return null;
            }
            if (reset && number >= 1_000_000_000L) {
                return until(Instant.ofEpochMilli(number >= 1_000_000_000_000L ? number : number * 1000));
            }
            return Duration.ofSeconds(Math.min(number, 86_400L * 365));
        } catch (NumberFormatException noNumber) {
            return parseDate(text);
        }
    }

    private static @Nullable Duration parseDate(String text) {
        try {
            return until(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration until(Instant instant) {
        Duration wait = Duration.between(Instant.now(), instant);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
