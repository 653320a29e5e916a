package io.opalmind.testing.matomo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** When a hit happened: {@code cdt} in seconds of the epoch or as a date and time in UTC; never in the future. */
final class HitTime {
    private HitTime() {}

    static Instant of(Map<String, String> hit, Instant now) {
        String cdt = hit.getOrDefault("cdt", "");
        if (cdt.isEmpty()) {
            return now;
        }
        try {
            Instant at = cdt.matches("\\d+")
                    ? Instant.ofEpochSecond(Long.parseLong(cdt))
                    : LocalDateTime.parse(cdt.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            return at.isAfter(now) ? now : at;
        } catch (DateTimeException | NumberFormatException unreadable) {
            return now;
        }
    }
}
