package io.opalmind.matomo;

import io.opalmind.matomo.report.Report;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The answer to one query, not yet read: from the cache, or still to be asked of Matomo while its rows are handed on.
 * Read it once, by {@link #rows} or {@link #writeJson}; what it says of itself afterwards holds only then.
 */
public interface ReportResult {
    /** Whether it is a list of rows, rather than one record. */
    boolean hasRows();

    /** Whether it comes out of the cache. */
    boolean isCached();

    /** The report it is of. */
    Report report();

    /** Hands on the rows, with the site's currency where there is money. */
    void rows(RowSink sink) throws IOException;

    /** Whether {@link #writeJson} can be used: the cached value is what would be printed, to the byte. */
    boolean isReadyJson();

    /** Writes the value as JSON, as it stands in the cache. */
    void writeJson(OutputStream out) throws IOException;

    /** How many rows were read. */
    int count();

    /** Whether Matomo has more rows than the query's limit. */
    boolean cut();

    /** Whether Matomo's archive had folded rows into "Others". */
    boolean summarised();

    /** What the user is to be told beside, or an empty string. */
    String notice();
}
