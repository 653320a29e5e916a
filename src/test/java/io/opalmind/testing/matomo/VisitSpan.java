package io.opalmind.testing.matomo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From when to when a question about visits reaches: days of the site's own time zone. */
record VisitSpan(Instant from, Instant before, long minTimestamp) {
    private static final Pattern LAST = Pattern.compile("(last|previous)(\\d{1,4})");

    static VisitSpan of(Map<String, String> params, ZoneId zone, Instant now) {
        long min = Long.parseLong(params.getOrDefault("minTimestamp", "0"));
        String date = params.getOrDefault("date", "");
        if (date.isEmpty()) {
            return new VisitSpan(Instant.MIN, Instant.MAX, min);
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first;
        LocalDate last;
        Matcher lately = LAST.matcher(date);
        if (lately.matches()) {
            last = lately.group(1).equals("last") ? today : today.minusDays(1);
            first = last.minusDays(Integer.parseInt(lately.group(2)) - 1L);
        } else {
            int comma = date.indexOf(',');
            first = day(comma < 0 ? date : date.substring(0, comma), today);
            last = comma < 0 ? end(first, params.getOrDefault("period", "day")) : day(date.substring(comma + 1), today);
        }
        return new VisitSpan(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                min);
    }

    private static LocalDate day(String text, LocalDate today) {
        return switch (text) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            default -> LocalDate.parse(text);
        };
    }

    private static LocalDate end(LocalDate first, String period) {
        return switch (period) {
            case "week" -> first.plusDays(6);
            case "month" -> first.plus(1, ChronoUnit.MONTHS).minusDays(1);
            case "year" -> first.plus(1, ChronoUnit.YEARS).minusDays(1);
            default -> first;
        };
    }

    boolean holds(Visit visit) {
        Instant last = visit.last();
        return !last.isBefore(from) && last.isBefore(before) && last.getEpochSecond() > minTimestamp;
    }
}
