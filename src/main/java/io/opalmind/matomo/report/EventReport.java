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
            call.with("filter_column", "label").with("filter_pattern", pattern(action, name));
        }
        call.with("eventCategory", query.filters().category())
                .with("eventAction", action)
                .with("eventName", name);
    }

    @Override
    public boolean keeps(Row row, ReportQuery query) {
        return agrees(row, "Events_EventAction", query.filters().action())
                && agrees(row, "Events_EventName", query.filters().name());
    }

    /** An event without a name has no such member; a row with neither of them cannot be judged. */
    private static boolean agrees(Row row, String member, @Nullable String wanted) {
        if (wanted == null) {
            return true;
        }
        return row.get(member) instanceof Value.Text text
                ? text.text().equalsIgnoreCase(wanted)
                : !row.has("Events_EventAction") && !row.has("Events_EventName");
    }

    @Override
    public String notice(ReportQuery query) {
        String category = query.filters().category();
        return category == null
                ? ""
                : "Matomo's Events.getAction knows no filter by category: these are events of all categories."
                        + " To narrow them down: --segment 'eventCategory==" + category + "'.";
    }

    /** Labels are {@code action - name}, and the action alone where the event has no name. */
    private static String pattern(@Nullable String action, @Nullable String name) {
        String start = action == null ? "" : "^" + quote(action);
        return start + (name == null ? "( - |$)" : " - " + quote(name) + "$");
    }

    /**
     * Quotes what has a meaning in regular expressions, save the slash, which Matomo quotes itself. What Matomo escapes
     * for HTML before it looks matches any few characters; {@link #keeps} is exact.
     */
    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("&<>\"'".indexOf(c) >= 0) {
                quoted.append(".{1,6}");
                continue;
            }
            if ("\\^$.|?*+()[]{}#".indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.toString();
    }
}
