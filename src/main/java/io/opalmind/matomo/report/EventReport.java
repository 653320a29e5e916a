package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events by action and name. */
final class EventReport extends ListReport {
    static final Schema SCHEMA = new Schema(
            "label:text",
            "nb_events",
            "nb_visits",
            "nb_actions",
            "sum_event_value",
            "nb_events_with_value",
            "avg_event_value",
            "min_event_value",
            "max_event_value");

    static final List<String> COLUMNS = List.of(
            "site",
            "date",
            "label",
            "nb_events",
            "nb_visits",
            "sum_event_value",
            "avg_event_value",
            "min_event_value",
            "max_event_value");

    EventReport() {
        super("Events.getAction", "events", true, false, COLUMNS, SCHEMA);
    }

    /**
     * Events.getAction takes none of the SDK's three parameters. Action and name stand in the label, by which Matomo can
     * filter before it cuts; the category does not.
     */
    @Override
    void narrow(ApiCall call, ReportQuery query) {
        String action = query.filters().action();
        String name = query.filters().name();
        if (action != null || name != null) {
            String pattern =
                    (action == null ? "" : "^" + quote(action)) + " - " + (name == null ? "" : quote(name) + "$");
            call.with("filter_column", "label").with("filter_pattern", pattern);
        }
        call.with("eventCategory", query.filters().category())
                .with("eventAction", action)
                .with("eventName", name);
    }

    @Override
    public boolean keeps(Row row, ReportQuery query) {
        return agrees(row.get("Events_EventAction"), query.filters().action())
                && agrees(row.get("Events_EventName"), query.filters().name());
    }

    private static boolean agrees(@Nullable Value value, @Nullable String wanted) {
        return wanted == null
                || !(value instanceof Value.Text text)
                || text.text().equalsIgnoreCase(wanted);
    }

    @Override
    public String notice(ReportQuery query) {
        String category = query.filters().category();
        return category == null
                ? ""
                : "Matomo's Events.getAction knows no filter by category: these are events of all categories."
                        + " To narrow them down: --segment 'eventCategory==" + category + "'.";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if ("\\^$.|?*+()[]{}/#".indexOf(text.charAt(i)) >= 0) {
                quoted.append('\\');
            }
            quoted.append(text.charAt(i));
        }
        return quoted.toString();
    }
}
