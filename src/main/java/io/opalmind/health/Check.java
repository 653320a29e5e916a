package io.opalmind.health;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One thing that was looked at, and what was found.
 *
 * @param componentType {@code service}, {@code cache}, {@code queue} …
 * @param observed a number, or {@link Value.Nothing} where none was observed
 * @param unit of the number
 * @param output a sentence for people; may quote servers, so it is to be cleaned before it is shown
 * @param details empty where there are none
 */
public record Check(
        String name,
        CheckStatus status,
        String componentType,
        Value observed,
        String unit,
        Instant time,
        String output,
        Row details,
        List<Measure> measures) {

    /** The same with secrets and control characters taken out of all texts. */
    Check cleaned(UnaryOperator<String> clean) {
        return new Check(
                name,
                status,
                componentType,
                observed,
                unit,
                time,
                clean.apply(output),
                (Row) cleaned(details, clean),
                measures);
    }

    private static Value cleaned(Value value, UnaryOperator<String> clean) {
        if (value instanceof Value.Text text) {
            return new Value.Text(clean.apply(text.text()));
        }
        if (value instanceof Row row) {
            Row copy = new Row(row.size());
            for (int i = 0; i < row.size(); i++) {
                copy.append(row.name(i), cleaned(row.value(i), clean));
            }
            return copy;
        }
        if (value instanceof Value.Items items) {
            List<Value> copies = new ArrayList<>();
            for (Value item : items.values()) {
                copies.add(cleaned(item, clean));
            }
            return new Value.Items(copies);
        }
        return value;
    }

    /** As in JSON; what was not observed is left out. */
    public Row toRow() {
        Row row = new Row().put("name", name).put("status", status.word()).put("componentType", componentType);
        if (!(observed instanceof Value.Nothing)) {
            row.put("observedValue", observed).put("observedUnit", unit);
        }
        row.put("time", time.truncatedTo(ChronoUnit.MILLIS).toString()).put("output", output);
        return details.size() == 0 ? row : row.put("details", details);
    }
}
