package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.IOException;
import java.util.List;

/** One report: what it asks of Matomo, and how the answer becomes rows. Holds nothing of a single query. */
public interface Report {
    /** The feature under which the cache keeps it; the SDK's name where the SDK has it. */
    String feature(ReportQuery query);

    /** Whether the answer is a list of rows, rather than one record. */
    boolean hasRows(ReportQuery query);

    /** Whether it holds money, which is shown with the site's currency. */
    boolean hasMoney();

    /** The columns that a table on a terminal shows, in order. */
    List<String> tableColumns();

    /** The columns that are known, those of the table first. Matomo may send more. */
    default List<String> columns() {
        return tableColumns();
    }

    /** What would be asked of Matomo, in order. */
    List<ApiCall> calls(ReportQuery query);

    /**
     * Asks Matomo and hands the rows on as the cache keeps them: plain numbers, a series with {@code date} first.
     *
     * @param site knows the query's site, asked only where the report needs it
     */
    Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException;

    /** Whether a row belongs to what the query asks; a filter that Matomo or the SDK does not apply itself. */
    default boolean keeps(Row row, ReportQuery query) {
        return true;
    }

    /** What the user is to be told of the answer, wherever it comes from, or an empty string. */
    default String notice(ReportQuery query) {
        return "";
    }

    /** Whether a row is the one into which Matomo's archive folds what it does not keep singly. */
    default boolean isSummary(Row row) {
        return false;
    }

    /** Whether a limit and a sort column change its answer, so that they tell cached answers apart. */
    default boolean isCut() {
        return false;
    }

    /** Whether a record of it nests rows, which {@link #flatten} lays out for formats without nesting. */
    default boolean nestsRows() {
        return false;
    }

    /** A record as the rows of a table, for the formats that have no nesting. */
    default void flatten(Row record, RowSink sink) throws IOException {
        sink.row(record);
    }
}
