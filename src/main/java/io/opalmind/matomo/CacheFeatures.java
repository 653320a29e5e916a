package io.opalmind.matomo;

import io.opalmind.matomo.report.AllReports;
import java.util.HashSet;
import java.util.Set;

/** The features under which something may stand in a cache that is shared with the SDK. */
public final class CacheFeatures {
    /** The SDK's one row without a name, for which we have goalConversionsByGoal. */
    private static final String SDKS_GOALS = "goalConversions";

    private CacheFeatures() {}

    /** Those of the reports, and what is kept beside them. */
    public static Set<String> all() {
        Set<String> all = new HashSet<>(AllReports.features());
        all.add(SDKS_GOALS);
        all.add(ReportCache.SITE);
        all.add(ReportCache.RIGHTS);
        all.add(ReportCache.GOALS);
        return all;
    }
}
