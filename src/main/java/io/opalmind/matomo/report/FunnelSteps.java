package io.opalmind.matomo.report;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a funnel: as defined, joined with what flowed through them, by position. */
final class FunnelSteps {
    private FunnelSteps() {}

    static List<Row> merged(Value definition, @Nullable Value flow) {
        List<Row> steps = new ArrayList<>();
        FunnelFields fields = FunnelFields.of(definition);
        Value defined = fields.get("steps");
        if (defined == null && fields.get("definition") instanceof Row nested) {
            defined = nested.has("steps") ? nested.get("steps") : nested;
        }
        add(defined, steps);
        add(flow, steps);
        return steps;
    }

    private static void add(@Nullable Value source, List<Row> steps) {
        int position = 0;
        if (source instanceof Value.Items items) {
            for (Value item : items.values()) {
                join(step(item, Integer.toString(++position)), steps);
            }
        } else if (source instanceof Row row) {
            for (int i = 0; i < row.size(); i++) {
                join(step(row.value(i), row.name(i)), steps);
            }
        }
    }

    private static void join(Row step, List<Row> steps) {
        Value id = step.get("id");
        for (Row known : steps) {
            if (known.get("id") instanceof Value.Text own && own.equals(id)) {
                Value label = known.get("label");
                known.putAll(step);
                if (label != null) {
                    known.put("label", label);
                }
                return;
            }
        }
        steps.add(step);
    }

    private static Row step(Value value, String position) {
        FunnelFields fields = FunnelFields.of(value);
        String id = fields.text("idstep", "step_position", "position", "step");
        String label = fields.text("label", "name", "step_name", "title", "pattern");
        Row step = new Row().put("id", id == null ? position : id);
        step.put(
                "label", label == null ? (value instanceof Value.Text text ? text.text() : "Step " + position) : label);
        put(step, "visits", fields, "nb_visits_total", "nb_visits", "nb_entries", "nb_entrances", "visits", "entries");
        put(step, "conversions", fields, "nb_conversions", "nb_converted", "conversions", "nb_targets");
        put(step, "totalConversions", fields, "nb_conversions_total", "total_conversions");
        put(step, "conversionRate", fields, "conversion_rate", "step_conversion_rate");
        put(step, "abandonmentRate", fields, "abandonment_rate", "step_abandonment_rate", "dropoff_rate");
        put(step, "overallConversionRate", fields, "overall_conversion_rate", "step_overall_conversion_rate");
        put(step, "avgTimeToConvert", fields, "avg_time_to_convert", "avg_time");
        put(step, "medianTimeToConvert", fields, "median_time_to_convert", "median_time");
        return step;
    }

    private static void put(Row step, String name, FunnelFields fields, String... keys) {
        Double number = fields.number(keys);
        if (number != null) {
            step.put(name, Coercion.of(number));
        }
    }

    /** The sum of that metric over the steps, or null where no step has it. */
    static @Nullable Double sum(List<Row> steps, String metric) {
        Double sum = null;
        for (Row step : steps) {
            Double number = RecordReader.number(step, metric);
            if (number != null) {
                sum = sum == null ? number : sum + number;
            }
        }
        return sum;
    }
}
