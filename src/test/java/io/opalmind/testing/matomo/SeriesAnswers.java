package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day, or some days, out of a longer recorded series: {@code today} was recorded within {@code last7} only.
 *
 * <p>The same as the real answer where both were recorded, but for {@code Goals.get}, {@code VisitFrequency.get} and
 * {@code DevicesDetection.getType}, which leave out members that are zero in a series.
 */
final class SeriesAnswers {
    private final Recordings recordings;

    SeriesAnswers(Recordings recordings) {
        this.recordings = recordings;
    }

    @Nullable
    Found find(Map<String, String> params) {
        RequestKey asked = RequestKey.of(params);
        if (!"day".equals(asked.params().get("period"))) {
            return null;
        }
        RequestKey undated = asked.without("date");
        for (Recording one : recordings.of(asked.method())) {
            if (one.asker() == Asker.ADMIN && one.key().without("date").equals(undated)) {
                JsonNode days = days(one.body(), asked.params().getOrDefault("date", ""));
                if (days != null) {
                    return Found.derived(RowFilter.of(params).apply(days), one.name());
                }
            }
        }
        return null;
    }

    private static @Nullable JsonNode days(JsonNode series, String date) {
        int comma = date.indexOf(',');
        if (comma < 0) {
            return series.get(date);
        }
        try {
            LocalDate last = LocalDate.parse(date.substring(comma + 1));
            ObjectNode some = Json.NODES.objectNode();
            for (LocalDate day = LocalDate.parse(date.substring(0, comma)); !day.isAfter(last); day = day.plusDays(1)) {
                if (!series.has(day.toString())) {
                    return null;
                }
                some.set(day.toString(), series.get(day.toString()));
            }
            return some;
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
