package io.opalmind.cli;

import com.fasterxml.jackson.core.JsonParser;
import io.opalmind.matomo.ReportFilters;
import io.opalmind.matomo.ReportName;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.report.Reports;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The question whose answer stands under a key of the cache. */
final class LiveQuery {
    private final String feature;
    private final Row input;

    private LiveQuery(String feature, Row input) {
        this.feature = feature;
        this.input = input;
    }

    /**
     * Null where it is the key of no report of ours.
     *
     * @param key without the prefix
     */
    static @Nullable ReportQuery of(String key) {
        try (JsonParser json = ReportingApi.JSON.createParser(key)) {
            json.nextToken();
            return RowJson.read(json) instanceof Row row
                            && row.get("feature") instanceof Value.Text feature
                            && row.get("input") instanceof Row input
                    ? new LiveQuery(feature.text(), input).query()
                    : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    private @Nullable ReportQuery query() {
        String period = text("period");
        String date = text("date");
        long site = number("siteId");
        if (period == null || date == null || site < 1) {
            return null;
        }
        Integer limit = input.has("limit") ? (Integer) (int) number("limit") : null;
        for (ReportName name : ReportName.values()) {
            ReportQuery query =
                    new ReportQuery(name, site, period, date, text("segment"), limit, text("sort"), filters());
            if (Reports.of(name).feature(query).equals(feature)) {
                return query;
            }
        }
        return null;
    }

    private ReportFilters filters() {
        return new ReportFilters(
                text("category"),
                text("action"),
                text("name"),
                text("channelType"),
                text("goalId"),
                text("goalType"),
                text("funnelId"),
                input.get("includeSeries") instanceof Value.Flag flag && flag.on());
    }

    private @Nullable String text(String name) {
        return input.get(name) instanceof Value.Text text ? text.text() : null;
    }

    private long number(String name) {
        try {
            return input.get(name) instanceof Value.Num number ? Long.parseLong(number.digits()) : 0;
        } catch (NumberFormatException notWhole) {
            return 0;
        }
    }
}
