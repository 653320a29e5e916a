package io.opalmind.cli;

import io.opalmind.matomo.Difference;
import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.ReportResult;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Matomo answers now to the question of a cached report, and how that differs from what is cached. */
record LiveAnswer(Value live, List<Difference> differences) {

    /** @param cached the record as it stands in the cache */
    static LiveAnswer of(ReportQuery query, @Nullable Value cached, MatomoClient client) {
        ReportResult result = client.query(query);
        List<Value> rows = new ArrayList<>();
        try {
            result.rows(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Value live = result.hasRows() || rows.isEmpty() ? new Value.Items(rows) : rows.get(0);
        Value before = cached instanceof Row record ? record.get("value") : null;
        return new LiveAnswer(live, Difference.between(before == null ? Value.Nothing.INSTANCE : before, live));
    }

    /** Adds both to what is shown of the key. */
    void into(Row row) {
        List<Value> shown = new ArrayList<>();
        for (Difference difference : differences) {
            shown.add(new Row()
                    .put("path", difference.path())
                    .put("cached", shown(difference.before()))
                    .put("live", shown(difference.after())));
        }
        row.put("live", live).put("differences", new Value.Items(shown));
    }

    private static Value shown(@Nullable Value value) {
        return value == null ? Value.Nothing.INSTANCE : value;
    }
}
