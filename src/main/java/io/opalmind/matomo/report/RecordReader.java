package io.opalmind.matomo.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiAnswer;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads answers that are one record, or one for each date of a series; few enough to be held. */
final class RecordReader {
    /** A record and the date it stands under, null outside a series. */
    record Dated(@Nullable String date, Row row) {}

    private RecordReader() {}

    static List<Dated> fetch(ReportingApi api, ApiCall call, ReportQuery query) throws IOException {
        List<Dated> records = new ArrayList<>();
        TableReader reader = new TableReader(true, -1, (date, row) -> records.add(new Dated(date, row)));
        try (ApiAnswer answer = api.call(call);
                JsonParser json = answer.json()) {
            reader.read(json, query.isSeries());
        } catch (StreamReadException | StreamConstraintsException damaged) {
            throw api.unreadable(call);
        }
        return records;
    }

    /** The same of a bulk answer's member. */
    static List<Dated> of(Value member, ReportQuery query) throws IOException {
        List<Dated> records = new ArrayList<>();
        new TableReader(true, -1, (date, row) -> records.add(new Dated(date, row))).read(member, query.isSeries());
        return records;
    }

    /** The number in that row, or null where there is none. */
    static @Nullable Double number(Row row, String name) {
        Value value = row.get(name);
        return value != null && Coercion.grouped(value) instanceof Value.Num number ? number.asDouble() : null;
    }
}
