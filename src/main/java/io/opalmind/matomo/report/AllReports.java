package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportFilters;
import io.opalmind.matomo.ReportName;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.http.ApiCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is true of all reports together, asked of each of them, so that a new one is declared in one place. */
public final class AllReports {
    private AllReports() {}

    /** The features under which the cache keeps them; the series of some has one of its own. */
    public static Set<String> features() {
        Set<String> features = new LinkedHashSet<>();
        for (ReportName name : ReportName.values()) {
            Report report = Reports.of(name);
            features.add(report.feature(query(name, "today")));
            features.add(report.feature(query(name, "last2")));
        }
        return features;
    }

    /** Matomo's plugins that they ask, each with the reports that there are not without it. */
    public static Map<String, List<ReportName>> byPlugin() {
        Map<String, List<ReportName>> plugins = new LinkedHashMap<>();
        for (ReportName name : ReportName.values()) {
            for (ApiCall call : Reports.of(name).calls(query(name, "today"))) {
                String plugin = call.method().substring(0, call.method().indexOf('.'));
                List<ReportName> reports = plugins.computeIfAbsent(plugin, none -> new ArrayList<>());
                if (!reports.contains(name)) {
                    reports.add(name);
                }
            }
        }
        return plugins;
    }

    private static ReportQuery query(ReportName name, String date) {
        return new ReportQuery(name, 1, "day", date, null, null, null, ReportFilters.NONE);
    }
}
