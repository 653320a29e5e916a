package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads answers that are one record, or one for each date of a series; few enough to be held. */
final class RecordReader {
    /** A record and the date it stands under, null outside a series. */
    record Dated(@Nullable String date, Row row) {}

    private RecordReader() {}

    static List<Dated> fetch(ReportingApi api, ApiCall call, ReportQuery query) {
        return of(api.read(call), query);
    }

    /** The same of an answer that is here already. A series of no dates, {@code []}, has no records. */
    static List<Dated> of(Value answer, ReportQuery query) {
        List<Dated> records = new ArrayList<>();
        if (!query.isSeries()) {
            records.add(new Dated(null, record(answer)));
        } else if (answer instanceof Row dates) {
            for (int i = 0; i < dates.size(); i++) {
                records.add(new Dated(dates.name(i), record(dates.value(i))));
            }
        }
        return records;
    }

    /**
     * Exactly one record, whatever stands for it: the object itself, an array of it, {@code []} where there is nothing, a
     * bare number where one column was asked for.
     */
    private static Row record(Value value) {
        if (value instanceof Row row) {
            return row;
        }
        if (value instanceof Value.Items items) {
            return items.values().isEmpty() ? new Row() : record(items.values().get(0));
        }
        return new Row().put("value", value);
    }

    /** The number in that row, or null where there is none. */
    static @Nullable Double number(Row row, String name) {
        Value value = row.get(name);
        return value != null && Coercion.grouped(value) instanceof Value.Num number ? number.asDouble() : null;
    }
}
