package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Visits, visitors and actions, a row for each day, week, month or year. */
final class KeyNumbersSeries implements Report {
    @Override
    public String feature(ReportQuery query) {
        return "keyNumbersSeries";
    }

    @Override
    public boolean hasRows(ReportQuery query) {
        return true;
    }

    @Override
    public boolean hasMoney() {
        return false;
    }

    @Override
    public List<String> tableColumns() {
        return KeyNumbers.COLUMNS;
    }

    @Override
    public List<String> columns() {
        return KeyNumbers.SCHEMA.behind(KeyNumbers.COLUMNS);
    }

    @Override
    public List<ApiCall> calls(ReportQuery query) {
        return List.of(Calls.of("VisitsSummary.get", query));
    }

    @Override
    public Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException {
        List<RecordReader.Dated> points = RecordReader.fetch(api, calls(query).get(0), query);
        points.sort(Comparator.comparing(point -> label(point, query)));
        for (RecordReader.Dated point : points) {
            Row numbers = KeyNumbers.unwrap(point.row());
            if (!numbers.has("nb_visits")) {
                numbers.put("nb_visits", Value.Num.of(0));
            }
            sink.row(KeyNumbers.SCHEMA.apply(label(point, query), numbers));
        }
        return Yield.WHOLE;
    }

    private static String label(RecordReader.Dated point, ReportQuery query) {
        return point.date() == null ? query.date() : point.date();
    }
}
