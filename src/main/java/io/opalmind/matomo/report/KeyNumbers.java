package io.opalmind.matomo.report;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits, visitors and actions of a period, with the page views that VisitsSummary does not count. */
final class KeyNumbers implements Report {
    static final Schema SCHEMA = new Schema(
            "nb_visits",
            "nb_uniq_visitors",
            "nb_actions",
            "nb_users",
            "nb_visits_converted",
            "sum_visit_length",
            "max_actions",
            "bounce_rate:text",
            "nb_actions_per_visit",
            "nb_pageviews",
            "nb_uniq_pageviews",
            "avg_time_on_site");

    static final List<String> COLUMNS = List.of(
            "site",
            "date",
            "nb_visits",
            "nb_uniq_visitors",
            "nb_actions",
            "nb_pageviews",
            "nb_visits_converted",
            "bounce_rate",
            "nb_actions_per_visit",
            "avg_time_on_site");

    /** The SDK's cleaning: these are numbers or not there at all. */
    private static final String[] NUMBERS = {
        "nb_visits",
        "nb_uniq_visitors",
        "nb_actions",
        "nb_users",
        "nb_visits_converted",
        "sum_visit_length",
        "max_actions",
        "nb_pageviews",
        "nb_uniq_pageviews"
    };

    @Override
    public String feature(ReportQuery query) {
        return "keyNumbers";
    }

    @Override
    public boolean hasRows(ReportQuery query) {
        return query.isSeries();
    }

    @Override
    public boolean hasMoney() {
        return false;
    }

    @Override
    public List<String> tableColumns() {
        return COLUMNS;
    }

    @Override
    public List<String> columns() {
        return SCHEMA.behind(COLUMNS);
    }

    @Override
    public List<ApiCall> calls(ReportQuery query) {
        return List.of(Calls.of("VisitsSummary.get", query), Calls.of("Actions.get", query));
    }

    @Override
    public Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException {
        List<RecordReader.Dated> visits = RecordReader.fetch(api, Calls.of("VisitsSummary.get", query), query);
        List<RecordReader.Dated> actions;
        Yield yield = Yield.WHOLE;
        try {
            actions = RecordReader.fetch(api, Calls.of("Actions.get", query), query);
        } catch (MatomoException e) {
            if (e.kind() != ErrorKind.REQUEST_REFUSED && e.kind() != ErrorKind.PLUGIN_MISSING) {
                throw e;
            }
            actions = List.of();
            yield = new Yield(false, false, false, "Page views are missing: " + e.getMessage());
        }
        for (RecordReader.Dated dated : visits) {
            Row numbers = clean(dated.row(), matching(actions, dated.date()));
            sink.row(SCHEMA.apply(query.isSeries() ? dated.date() : null, numbers));
        }
        return yield;
    }

    private static Row matching(List<RecordReader.Dated> actions, @Nullable String date) {
        for (RecordReader.Dated dated : actions) {
            if (date == null || date.equals(dated.date())) {
                return dated.row();
            }
        }
        return new Row();
    }

    private static Row clean(Row visits, Row actions) {
        Row numbers = unwrap(visits);
        for (String pageviews : new String[] {"nb_pageviews", "nb_uniq_pageviews"}) {
            Value value = actions.get(pageviews);
            if (value != null) {
                numbers.put(pageviews, value);
            }
        }
        for (String name : NUMBERS) {
            Value value = numbers.get(name);
            Value number = value == null ? null : Coercion.grouped(value);
            if (number instanceof Value.Num) {
                numbers.put(name, number);
            } else {
                numbers.remove(name);
            }
        }
        if (!numbers.has("nb_visits")) {
            numbers.put("nb_visits", 0);
        }
        return withAverage(numbers);
    }

    /** One requested column comes as {@code {"value":n}}: its visits. */
    static Row unwrap(Row raw) {
        Row numbers = new Row(raw.size() + 4).putAll(raw);
        Value only = raw.size() == 1 ? raw.get("value") : null;
        return only == null ? numbers : new Row().put("nb_visits", only);
    }

    /** The average from its parts, in full precision; Matomo's own is rounded to seconds, or written for people. */
    private static Row withAverage(Row numbers) {
        Double length = RecordReader.number(numbers, "sum_visit_length");
        Double visits = RecordReader.number(numbers, "nb_visits");
        Double seconds = length != null && visits != null && visits > 0
                ? Double.valueOf(length / visits)
                : Durations.seconds(numbers.get("avg_time_on_site"));
        if (seconds == null) {
            return numbers.remove("avg_time_on_site");
        }
        return numbers.put(
                "avg_time_on_site",
                new Row(2).append("value", Coercion.of(seconds)).append("unit", new Value.Text("seconds")));
    }
}
