package io.opalmind.health;

import io.opalmind.matomo.Value;
import java.util.List;

/** The report in Prometheus' text exposition format 0.0.4, for the node exporter's textfile collector. */
public final class PrometheusText {
    private static final String PREFIX = "opalmind_";

    private final StringBuilder text = new StringBuilder(2048);

    private PrometheusText() {}

    public static String of(HealthReport report) {
        PrometheusText made = new PrometheusText();
        made.write(report);
        return made.text.toString();
    }

    private void write(HealthReport report) {
        head("health_status", "The verdict of opalmind health: 0 healthy, 1 degraded, 2 unhealthy.");
        sample("health_status", "", Integer.toString(report.status().level()));
        head("health_check_status", "What came of each check: 0 pass, 1 warn, 2 fail.");
        for (Check check : report.checks()) {
            sample(
                    "health_check_status",
                    "{check=\"" + escaped(check.name()) + "\"}",
                    Integer.toString(check.status().level()));
        }
        head("health_timestamp_seconds", "When the checks were made, in seconds since 1970.");
        sample("health_timestamp_seconds", "", Measure.digits(report.timestamp().toEpochMilli() / 1000.0));
        for (Check check : report.checks()) {
            version(check);
            measures(check.measures());
        }
    }

    private void version(Check check) {
        if (check.name().equals(MatomoProbe.NAME) && check.details().get("version") instanceof Value.Text version) {
            head("matomo_info", "Which Matomo it is.");
            sample("matomo_info", "{version=\"" + escaped(version.text()) + "\"}", "1");
        }
    }

    private void measures(List<Measure> measures) {
        for (Measure measure : measures) {
            head(measure.metric(), measure.help());
            sample(measure.metric(), "", measure.inBaseUnit());
        }
    }

    private void head(String metric, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(metric)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ").append(PREFIX).append(metric).append(" gauge\n");
    }

    private void sample(String metric, String labels, String value) {
        text.append(PREFIX)
                .append(metric)
                .append(labels)
                .append(' ')
                .append(value)
                .append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
