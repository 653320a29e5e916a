package io.opalmind.health;

import io.opalmind.config.HealthConfig;
import io.opalmind.store.QueueSummary;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** {@code tracking-queue}: hits that could not be delivered yet, how many and how old. */
public final class QueueProbe extends StoreProbe {
    static final String NAME = "tracking-queue";

    private final Supplier<QueueSummary> queue;
    private final HealthConfig limits;

    /** @param queue may throw a {@link StoreException} */
    public QueueProbe(Supplier<QueueSummary> queue, HealthConfig limits, Duration limit, Clock clock) {
        super(NAME, "queue", limit, clock);
        this.queue = queue;
        this.limits = limits;
    }

    @Override
    void look(Finding finding) {
        judge(queue.get(), finding);
    }

    @Override
    void away(Finding finding, String cause) {
        unknown(finding, "Queue", cause);
    }

    private void judge(QueueSummary summary, Finding finding) {
        long now = clock().millis();
        long age = summary.oldestAt() == 0 ? 0 : Math.max(0, now - summary.oldestAt());
        long wait = Math.max(0, summary.dueAt() - now);
        finding.found(status(summary, age, wait), said(summary, age, wait));
        finding.observed(summary.pending(), "pending")
                .detail("pending", summary.pending())
                .detail("inflight", summary.inFlight())
                .detail("dead", summary.dead())
                .detail("attempts", summary.attempts())
                .detail("backlogAgeMs", age);
        if (summary.oldestAt() > 0) {
            finding.detail("oldestPendingAt", summary.oldestAt());
        }
        if (wait > 0) {
            finding.detail("cooldownUntil", summary.dueAt());
        }
        if (summary.lastError() != null) {
            finding.detail("lastError", summary.lastError());
        }
        measure(summary, age, finding);
    }

    /** As the SDK judges; hits that Matomo refused want someone to look at them. */
    private CheckStatus status(QueueSummary summary, long age, long wait) {
        if (summary.pending() > 0
                && (summary.pending() >= limits.queueFailPending()
                        || age >= limits.queueFailAge().toMillis())) {
            return CheckStatus.FAIL;
        }
        boolean late = summary.pending() > 0
                && (summary.pending() >= limits.queueWarnPending()
                        || age >= limits.queueWarnAge().toMillis()
                        || wait > 0);
        return late || summary.dead() > 0 ? CheckStatus.WARN : CheckStatus.PASS;
    }

    private static String said(QueueSummary summary, long age, long wait) {
        StringBuilder said = new StringBuilder(128);
        said.append("pending=").append(summary.pending());
        said.append(", inflight=").append(summary.inFlight());
        said.append(", backlogAgeMs=").append(age);
        if (wait > 0) {
            said.append(", cooldownMs=").append(wait);
        }
        if (summary.dead() > 0) {
            said.append(", dead=").append(summary.dead()).append(" (Matomo refused them; see 'opalmind track queue')");
        }
        return said.toString();
    }

    private void measure(QueueSummary summary, long age, Finding finding) {
        finding.measure(Measure.of(
                                "queue_pending",
                                "queue_pending",
                                "Undelivered hits.",
                                summary.pending(),
                                Measure.Unit.COUNT)
                        .within("" + limits.queueWarnPending(), "" + limits.queueFailPending()))
                .measure(Measure.of(
                        "queue_in_flight",
                        "queue_in_flight",
                        "Undelivered hits that are on their way.",
                        summary.inFlight(),
                        Measure.Unit.COUNT))
                .measure(Measure.of(
                                "queue_age",
                                "queue_oldest_age_seconds",
                                "Age of the oldest undelivered hit.",
                                age,
                                Measure.Unit.MILLISECONDS)
                        .within(
                                "" + limits.queueWarnAge().toMillis(),
                                "" + limits.queueFailAge().toMillis()))
                .measure(Measure.of(
                        "queue_dead",
                        "queue_dead",
                        "Hits that Matomo refused for good.",
                        summary.dead(),
                        Measure.Unit.COUNT));
    }
}
