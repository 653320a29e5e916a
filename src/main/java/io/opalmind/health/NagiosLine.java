package io.opalmind.health;

/**
 * One line for Nagios, Icinga and their like, after the monitoring plugins' guidelines: state, what is wrong, and behind
 * a bar the performance data.
 */
public final class NagiosLine {
    private static final String[] STATES = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
    private static final int UNKNOWN = 3;

    private NagiosLine() {}

    /**
     * The line of a report.
     *
     * @param code the exit code that goes with it, 0 to 3
     */
    public static String of(HealthReport report, int code) {
        StringBuilder line = new StringBuilder(256);
        line.append("OPALMIND ").append(STATES[code]).append(" - ").append(text(report));
        char gap = '|';
        for (Check check : report.checks()) {
            for (Measure measure : check.measures()) {
                line.append(gap == '|' ? " | " : " ").append(measure.performance());
                gap = ' ';
            }
        }
        return line.append('\n').toString();
    }

    /** For what kept the checks from being made at all. */
    public static String unknown(String message) {
        return "OPALMIND " + STATES[UNKNOWN] + " - " + plain(message) + "\n";
    }

    /** What is wrong, the gravest first; where nothing is, what Matomo said. */
    private static String text(HealthReport report) {
        StringBuilder text = new StringBuilder(128);
        for (CheckStatus status : new CheckStatus[] {CheckStatus.FAIL, CheckStatus.WARN}) {
            for (Check check : report.checks()) {
                if (check.status() == status) {
                    text.append(text.isEmpty() ? "" : "; ").append(check.name()).append(": ");
                    text.append(plain(check.output()));
                }
            }
        }
        int number = report.checks().size();
        return text.isEmpty() ? number + (number == 1 ? " check passed" : " checks passed") : text.toString();
    }

    /** A bar would begin the performance data, and a line's end further lines. */
    private static String plain(String text) {
        return text.replace('|', '/').replace('\n', ' ').replace('\r', ' ').strip();
    }
}
