package io.opalmind.matomo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ReportFilters;
import io.opalmind.matomo.ReportName;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.store.FeatureName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every report has to keep to, however new it is. */
class AllReportsTest {
    /** What is cached under these is no report, or is the SDK's alone: a report there would be taken for it. */
    private static final Set<String> TAKEN = Set.of("site", "rights", "goals", "goalConversions");

    private static ReportQuery query(ReportName name, String date) {
        return new ReportQuery(name, 1, "day", date, null, null, null, ReportFilters.NONE);
    }

    @Test
    void no_two_reports_share_a_feature() {
        Map<String, ReportName> owners = new HashMap<>();
        for (ReportName name : ReportName.values()) {
            for (String date : List.of("today", "last2")) {
                String feature = Reports.of(name).feature(query(name, date));
                ReportName other = owners.put(feature, name);
                assertTrue(other == null || other == name, () -> feature + " is that of " + other + " and of " + name);
                assertTrue(FeatureName.isValid(feature), () -> name + ": letters and digits, not '" + feature + "'");
                assertTrue(!TAKEN.contains(feature), () -> name + ": '" + feature + "' is taken");
            }
        }
        assertEquals(owners.keySet(), AllReports.features());
    }

    @Test
    void names_are_typed_in_kebab_case_and_no_two_are_one() {
        Set<String> labels = new HashSet<>();
        for (ReportName name : ReportName.values()) {
            assertTrue(name.label().matches("[a-z]+(-[a-z]+)*"), name.label());
            assertTrue(labels.add(name.label()), name.label());
        }
        assertNull(ReportName.of("no-such-report"));
    }

    @Test
    void tables_begin_with_site_and_date_where_there_are_several() {
        for (ReportName name : ReportName.values()) {
            Report report = Reports.of(name);
            if (report.hasRows(query(name, "today"))) {
                assertEquals("site", report.tableColumns().get(0), name.label());
                assertEquals("date", report.tableColumns().get(1), name.label());
            }
        }
    }

    @Test
    void plugins_are_those_whose_methods_are_asked() {
        Map<String, List<ReportName>> plugins = AllReports.byPlugin();
        assertEquals(
                List.of(
                        ReportName.TOP_REFERRERS,
                        ReportName.CAMPAIGNS,
                        ReportName.TRAFFIC_CHANNELS,
                        ReportName.WEBSITES),
                plugins.get("Referrers"));
        assertEquals(List.of(ReportName.KEY_NUMBERS, ReportName.KEY_NUMBERS_SERIES), plugins.get("VisitsSummary"));
        assertEquals(List.of(ReportName.FUNNEL_SUMMARY), plugins.get("Funnels"));
    }
}
