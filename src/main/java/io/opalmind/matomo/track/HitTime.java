package io.opalmind.matomo.track;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a hit happened. Seconds since the epoch, milliseconds since the epoch (twelve digits and more, as the SDK's
 * {@code ts}), or ISO 8601: a date, with a time or without, with an offset or without. Without it is UTC, as Matomo's
 * tracker reads it. By hand: the formatters of java.time take longer to load than a hit takes to make.
 */
public final class HitTime {
    /** Seconds have eleven digits at the most until the year 5138. */
    private static final int DIGITS_OF_MILLISECONDS = 12;

    private static final int MOST_DIGITS = 15;

    private final String text;
    private int at;

    private HitTime(String text) {
        this.text = text;
    }

    /** The time, to the millisecond, or null where it cannot be read. */
    public static @Nullable Instant parse(String text) {
        HitTime time = new HitTime(text.strip());
        try {
            return time.isEpoch() ? time.epoch() : time.iso();
        } catch (DateTimeException | NumberFormatException unreadable) {
            return null;
        }
    }

    private boolean isEpoch() {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i)) && text.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private @Nullable Instant epoch() {
        int dot = text.indexOf('.');
        String whole = dot < 0 ? text : text.substring(0, dot);
        if (whole.isEmpty() || whole.length() > MOST_DIGITS || dot != text.lastIndexOf('.')) {
            return null;
        }
        long number = Long.parseLong(whole);
        return whole.length() < DIGITS_OF_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private @Nullable Instant iso() {
        LocalDate date = LocalDate.of(number(4), after('-', 2), after('-', 2));
        if (at == text.length()) {
            return date.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        char separator = text.charAt(at++);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            return null;
        }
        LocalTime time = LocalTime.of(number(2), after(':', 2), next(':') ? after(':', 2) : 0, fraction());
        ZoneOffset offset = offset();
        return at == text.length() ? LocalDateTime.of(date, time).toInstant(offset) : null;
    }

    /** Nanoseconds, of which milliseconds are kept; digits behind them are read over. */
    private int fraction() {
        if (!next('.')) {
            return 0;
        }
        at++;
        int millis = 0;
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            millis = at - start < 3 ? millis * 10 + text.charAt(at) - '0' : millis;
            at++;
        }
        if (at == start) {
            throw new DateTimeException(text);
        }
        for (int digits = at - start; digits < 3; digits++) {
            millis *= 10;
        }
        return millis * 1_000_000;
    }

    private ZoneOffset offset() {
        if (next('Z') || next('z')) {
            at++;
            return ZoneOffset.UTC;
        }
        if (!next('+') && !next('-')) {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(at++) == '-' ? -1 : 1;
        int hours = number(2);
        int minutes = next(':') ? after(':', 2) : at < text.length() ? number(2) : 0;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private boolean next(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private int after(char separator, int digits) {
        if (!next(separator)) {
            throw new DateTimeException(text);
        }
        at++;
        return number(digits);
    }

    private int number(int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            if (at == text.length() || !isDigit(text.charAt(at))) {
                throw new DateTimeException(text);
            }
            number = number * 10 + text.charAt(at++) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
