package io.opalmind.store.redis.audit;

import java.util.ArrayList;
import java.util.List;

/** The checks of one server, as they are made. */
final class Verdicts {
    private final String server;
    private final List<AuditCheck> checks = new ArrayList<>();

    Verdicts(String server) {
        this.server = server;
    }

    void pass(String name, String observed, String reason) {
        add(name, CheckStatus.PASS, observed, reason);
    }

    void warn(String name, String observed, String reason) {
        add(name, CheckStatus.WARN, observed, reason);
    }

    void fail(String name, String observed, String reason) {
        add(name, CheckStatus.FAIL, observed, reason);
    }

    /** @param source what would tell, a command for one */
    void unknown(String name, String source) {
        add(
                name,
                CheckStatus.UNKNOWN,
                "not told",
                "Redis does not answer " + source + " to this user, or not in this version. Look with a user who may.");
    }

    void add(String name, CheckStatus status, String observed, String reason) {
        checks.add(new AuditCheck(server, name, status, observed, reason));
    }

    List<AuditCheck> all() {
        return List.copyOf(checks);
    }
}
