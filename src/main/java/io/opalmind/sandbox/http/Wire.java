package io.opalmind.sandbox.http;

import io.opalmind.sandbox.api.Access;
import io.opalmind.sandbox.api.ApiAnswer;
import io.opalmind.sandbox.api.ReportingApi;
import io.opalmind.sandbox.visits.PhpQuery;
import java.util.Map;

/** Answers a request, whatever server it came by. */
public final class Wire {
    private final Gate gate;
    private final Tracking tracking;
    private final ReportingApi api;

    /** Joins both APIs. */
    public Wire(Gate gate, Tracking tracking, ReportingApi api) {
        this.gate = gate;
        this.tracking = tracking;
        this.api = api;
    }

    Reply answer(Asked asked) {
        return switch (asked.path()) {
            case "/matomo.php", "/piwik.php" -> tracking.answer(asked);
            case "/", "/index.php" -> report(asked);
            default -> Reply.html(404, Messages.NOT_FOUND);
        };
    }

    private Reply report(Asked asked) {
        Map<String, String> parameters = PhpQuery.parse(asked.query(), asked.body());
        if (!"API".equals(parameters.get("module"))) {
            return Reply.html(200, Messages.FRONT_PAGE);
        }
        Access access = gate.access(parameters.remove("token_auth"));
        if (access != Access.NONE && gate.isLockedOut()) {
            return new Reply(500, Messages.BULK_TYPE, Messages.LOCKED_OUT_JSON);
        }
        if (access == Access.REJECTED) {
            gate.reject();
        }
        if (access == Access.REJECTED && !asked.query().contains("module=API")) {
            return Reply.html(401, Messages.BAD_TOKEN_PAGE);
        }
        boolean inQuery = access == Access.REJECTED && asked.query().contains("token_auth=");
        ApiAnswer answer = api.answer(parameters, inQuery ? Access.REJECTED_IN_QUERY : access);
        return new Reply(answer.status(), Messages.API_TYPE, answer.body());
    }
}
