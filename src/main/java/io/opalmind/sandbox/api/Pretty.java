package io.opalmind.sandbox.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and spans as Matomo writes them out in English. */
record Pretty(ZoneId zone) {
    private static final DateTimeFormatter MOMENT = format("MMM d, yyyy HH:mm:ss");
    private static final DateTimeFormatter DAY = format("EEEE, MMMM d, yyyy");
    private static final DateTimeFormatter TIME = format("HH:mm:ss");
    private static final DateTimeFormatter STAMP = format("yyyy-MM-dd HH:mm:ss");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    String stamp(Instant at) {
        return STAMP.format(at.atZone(zone));
    }

    String date(Instant at) {
        return at.atZone(zone).toLocalDate().toString();
    }

    String hour(Instant at) {
        return Integer.toString(at.atZone(zone).getHour());
    }

    /** Such as {@code 1 min 56s}, {@code 53s}; of an hour and more {@code 1 hours 5 min}. */
    static String span(int seconds) {
        if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + "s"
                : seconds / 3600 + " hours " + seconds % 3600 / 60 + " min";
    }
}
