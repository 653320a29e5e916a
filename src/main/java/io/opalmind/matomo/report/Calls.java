package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.http.ApiCall;

/** The parameters that every report's call begins with. */
final class Calls {
    private Calls() {}

    static ApiCall of(String method, ReportQuery query) {
        return new ApiCall(method)
                .with("idSite", query.siteId())
                .with("period", query.period())
                .with("date", query.date())
                .with("segment", query.segment());
    }
}
