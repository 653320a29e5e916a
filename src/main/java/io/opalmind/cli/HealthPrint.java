package io.opalmind.cli;

import io.opalmind.health.Check;
import io.opalmind.health.HealthReport;
import io.opalmind.health.NagiosLine;
import io.opalmind.health.PrometheusText;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.render.Format;
import io.opalmind.render.Renderer;
import io.opalmind.render.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A health report in one of its forms.
 *
 * @param code the exit code that goes with it
 */
record HealthPrint(HealthReport report, HealthOptions.Form form, int code) {
    private static final List<String> COLUMNS = List.of("check", "status", "value", "output");

    void to(Output output) throws IOException {
        switch (form) {
            case TABLE -> table(output);
            case JSON -> json(output);
            case NAGIOS -> text(NagiosLine.of(report, code), output);
            case PROMETHEUS -> text(PrometheusText.of(report), output);
        }
    }

    private static void text(String text, Output output) throws IOException {
        output.stream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void json(Output output) throws IOException {
        Renderer renderer = Format.JSON.renderer(Table.record(List.of(), List.of()), output.stream(), output.style());
        renderer.row(report.toRow());
        renderer.finish();
    }

    /** A line a check, and the verdict as the last one. */
    private void table(Output output) throws IOException {
        Renderer renderer = Format.TABLE.renderer(Table.rows(List.of(), COLUMNS), output.stream(), output.style());
        for (Check check : report.checks()) {
            Row row = check.toRow();
            String value = row.has("observedValue") ? number(row) + " " + check.unit() : "";
            renderer.row(new Row()
                    .put("check", check.name())
                    .put("status", check.status().word())
                    .put("value", value)
                    .put("output", check.output()));
        }
        renderer.row(new Row()
                .put("check", "all")
                .put("status", report.status().word())
                .put("value", "")
                .put("output", ""));
        renderer.finish();
    }

    private static String number(Row row) {
        return row.get("observedValue") instanceof Value.Num number ? number.digits() : "";
    }
}
