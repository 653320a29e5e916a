package io.opalmind.health;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** All checks and what they say together. */
public record HealthReport(Verdict status, Instant timestamp, List<Check> checks) {
    static HealthReport of(List<Check> checks, Instant timestamp) {
        return new HealthReport(Verdict.of(checks), timestamp, List.copyOf(checks));
    }

    /** The same with every text passed through that, which takes secrets out. */
    public HealthReport cleaned(UnaryOperator<String> clean) {
        List<Check> cleaned = new ArrayList<>();
        for (Check check : checks) {
            cleaned.add(check.cleaned(clean));
        }
        return new HealthReport(status, timestamp, cleaned);
    }

    /** As in JSON. */
    public Row toRow() {
        List<Value> rows = new ArrayList<>();
        for (Check check : checks) {
            rows.add(check.toRow());
        }
        return new Row()
                .put("status", status.word())
                .put("timestamp", timestamp.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("checks", new Value.Items(rows));
    }
}
