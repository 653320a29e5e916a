package io.opalmind.sandbox.visits;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a hit happened, to the second. */
final class HitTime {
    /** Older hits need a trusted sender. */
    private static final Duration RECENT = Duration.ofHours(24);

    private static final Duration OLDEST = Duration.ofDays(20L * 365);

    private HitTime() {}

    /**
     * Its {@code cdt} (seconds of the epoch, or date and time in UTC), {@code cdo} seconds earlier; the present where it tells no
     * time, or one to come.
     */
    static Instant of(Hit hit) {
        Instant now = hit.sender().received().truncatedTo(ChronoUnit.SECONDS);
        Instant said = said(hit.get("cdt"), now).minusSeconds(Math.abs((long) Numbers.whole(hit.get("cdo"), 0)));
        return said.isAfter(now) || !said.isAfter(now.minus(OLDEST)) ? now : said;
    }

    static boolean isOld(Hit hit) {
        return !of(hit).isAfter(hit.sender().received().minus(RECENT));
    }

    private static Instant said(@Nullable String cdt, Instant now) {
        if (cdt == null) {
            return now;
        }
        String text = cdt.trim();
        try {
            return Numbers.areDigits(text)
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException unreadable) {
            return now;
        }
    }
}
