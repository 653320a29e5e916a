package io.opalmind.cli;

import io.opalmind.store.redis.audit.AuditCheck;
import io.opalmind.store.redis.audit.CheckStatus;
import java.util.List;

/**
 * An audit in one line for Nagios, Icinga and their like.
 *
 * @param code 0 to 3, as monitoring plugins exit
 */
record AuditLine(int code, String text) {
    static final int UNKNOWN = 3;

    private static final String[] STATES = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};

    /** @param failsAlone whether warnings are no reason to be anything but OK */
    static AuditLine of(List<AuditCheck> checks, boolean failsAlone) {
        int code = 0;
        if (count(checks, CheckStatus.FAIL) > 0) {
            code = 2;
        } else if (count(checks, CheckStatus.WARN) > 0 && !failsAlone) {
            code = 1;
        } else if (count(checks, CheckStatus.UNKNOWN) > 0) {
            code = UNKNOWN;
        }
        StringBuilder line = new StringBuilder(wrong(checks)).append(" |");
        for (CheckStatus status : CheckStatus.values()) {
            line.append(' ').append(status.word()).append('=').append(count(checks, status));
        }
        return new AuditLine(code, line(code, line.toString()));
    }

    private static long count(List<AuditCheck> checks, CheckStatus status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }

    static String unknown(String message) {
        return line(UNKNOWN, plain(message));
    }

    private static String line(int code, String text) {
        return "OPALMIND REDIS " + STATES[code] + " - " + text + "\n";
    }

    /** What is wrong, the gravest first. */
    private static String wrong(List<AuditCheck> checks) {
        StringBuilder text = new StringBuilder();
        for (CheckStatus status : List.of(CheckStatus.FAIL, CheckStatus.WARN, CheckStatus.UNKNOWN)) {
            for (AuditCheck check : checks) {
                if (check.status() == status) {
                    text.append(text.isEmpty() ? "" : "; ")
                            .append(check.name())
                            .append(": ")
                            .append(check.observed());
                }
            }
        }
        return text.isEmpty() ? checks.size() + " checks passed" : plain(text.toString());
    }

    /** A bar would begin the performance data, and a line's end further lines. */
    private static String plain(String text) {
        return text.replace('|', '/').replace('\n', ' ').replace('\r', ' ').strip();
    }
}
