package io.opalmind.sandbox.api;

import io.opalmind.sandbox.report.Report;
import io.opalmind.sandbox.report.Reports;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.VisitLog;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests of the Reporting API. Safe for several threads. */
public final class ReportingApi {
    private static final int GOOD = 200;

    private final Desk desk;

    /** @param clock says which day is today */
    public ReportingApi(Sites sites, VisitLog visits, Clock clock) {
        this(new Measured(sites, visits::visits, clock), Reports::find);
    }

    ReportingApi(Measured measured, Function<String, @Nullable Report> reports) {
        this.desk = new Desk(measured, reports);
    }

    /**
     * Answers one request.
     *
     * @param parameters those of the query string and of the body, decoded, without the token
     */
    public ApiAnswer answer(Map<String, String> parameters, Access access) {
        try {
            if (access == Access.REJECTED || access == Access.REJECTED_IN_QUERY) {
                throw Errors.rejected(access == Access.REJECTED_IN_QUERY);
            }
            return new ApiAnswer(GOOD, NodeText.of(Desk.wrap(desk.answer(new Parameters(parameters), access))));
        } catch (Refusal refusal) {
            return new ApiAnswer(refusal.status(), NodeText.of(Desk.error(Html.escape(refusal.words()))));
        }
    }
}
