package io.opalmind.sandbox.api;

import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.VisitLog;
import java.time.Clock;
import java.util.Map;

/** Answers requests of the Reporting API. */
public final class ReportingApi {
    public ReportingApi(Sites sites, VisitLog visits, Clock clock) {}

    /**
     * Answers one request.
     *
     * @param parameters those of the query string and of the body, decoded, without the token
     */
    public ApiAnswer answer(Map<String, String> parameters, Access access) {
        return new ApiAnswer(501, parameters.isEmpty() ? "" : access.name());
    }
}
