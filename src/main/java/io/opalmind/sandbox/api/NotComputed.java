package io.opalmind.sandbox.api;

import java.util.List;

/** Parameters that change figures in a way that the sandbox cannot follow: to drop them without a word would be a lie. */
final class NotComputed {
    private static final List<String> SWITCHES = List.of(
            "expanded",
            "showRawMetrics",
            "disable_generic_filters",
            "disable_queued_filters",
            "include_aggregate_rows",
            "compare",
            "translateColumnNames");

    private static final List<String> VALUES = List.of(
            "idSubtable",
            "pivotBy",
            "secondaryDimension",
            "label",
            "compareDates",
            "comparePeriods",
            "compareSegments",
            "filter_pattern_recursive",
            "filter_excludelowpop",
            "filter_truncate",
            "filter_add_columns_when_show_all_columns",
            "filter_update_columns_when_show_all_goals",
            "filter_show_goal_columns_process_goals");

    private NotComputed() {}

    static void refuse(Parameters asked) {
        for (String name : SWITCHES) {
            if (!asked.get(name, "0").equals("0")) {
                throw Errors.notCovered(name + "=" + asked.get(name, ""));
            }
        }
        for (String name : asked.all().keySet()) {
            int bracket = name.indexOf('[');
            String bare = bracket < 0 ? name : name.substring(0, bracket);
            if (VALUES.contains(bare) && asked.has(name)) {
                throw Errors.notCovered(bare);
            }
        }
        String metrics = asked.get("format_metrics", "bc");
        if (!metrics.equals("bc") && !metrics.equals("0")) {
            throw Errors.notCovered("format_metrics=" + metrics);
        }
    }
}
