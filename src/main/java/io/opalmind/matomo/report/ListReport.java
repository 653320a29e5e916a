package io.opalmind.matomo.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.http.ApiAnswer;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;

/** A report that is one table of Matomo's: pages, referrers, campaigns, events, devices. */
class ListReport implements Report {
    private final String method;
    private final String feature;
    private final boolean flat;
    private final boolean money;
    private final List<String> tableColumns;
    private final Schema schema;

    ListReport(String method, String feature, boolean flat, boolean money, List<String> tableColumns, Schema schema) {
        this.method = method;
        this.feature = feature;
        this.flat = flat;
        this.money = money;
        this.tableColumns = tableColumns;
        this.schema = schema;
    }

    @Override
    public String feature(ReportQuery query) {
        return feature;
    }

    @Override
    public boolean hasRows(ReportQuery query) {
        return true;
    }

    @Override
    public boolean hasMoney() {
        return money;
    }

    @Override
    public List<String> tableColumns() {
        return tableColumns;
    }

    @Override
    public List<String> columns() {
        return schema.behind(tableColumns);
    }

    @Override
    public List<ApiCall> calls(ReportQuery query) {
        return List.of(call(query));
    }

    /** One row more than the limit is asked for: only so can one tell whether rows were cut. */
    private ApiCall call(ReportQuery query) {
        int limit = askedLimit(query);
        ApiCall call = Calls.of(method, query).with("filter_limit", limit < 0 ? -1 : limit + 1L);
        if (flat) {
            call.with("flat", 1);
        }
        String column = query.sortColumn();
        if (column != null) {
            call.with("filter_sort_column", column)
                    .with("filter_sort_order", column.equals(query.sort()) ? "desc" : "asc");
        }
        narrow(call, query);
        return call;
    }

    /** Adds the report's own filters to the call. */
    void narrow(ApiCall call, ReportQuery query) {}

    /** How many rows Matomo is asked for; all where rows are picked out of them here. */
    int askedLimit(ReportQuery query) {
        return query.rowLimit();
    }

    @Override
    public Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException {
        ApiCall call = call(query);
        TableReader reader =
                new TableReader(askedLimit(query), (date, row) -> hand(schema.apply(date, row), query, sink));
        try (ApiAnswer answer = api.call(call);
                JsonParser json = answer.json()) {
            reader.read(json, query.isSeries());
        } catch (StreamReadException | StreamConstraintsException | CharConversionException damaged) {
            throw api.unreadable(call);
        }
        return new Yield(reader.cut(), reader.summarised(), true, "");
    }

    private void hand(Row row, ReportQuery query, RowSink sink) throws IOException {
        if (keeps(row, query)) {
            sink.row(row);
        }
    }

    @Override
    public boolean isSummary(Row row) {
        return TableReader.isSummary(row);
    }

    @Override
    public boolean isCut() {
        return true;
    }
}
