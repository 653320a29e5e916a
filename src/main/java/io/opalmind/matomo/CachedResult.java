package io.opalmind.matomo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.report.Report;
import io.opalmind.store.CachedReport;
import java.io.IOException;
import java.io.OutputStream;

/** A result out of the cache. */
final class CachedResult implements ReportResult {
    private final CachedReport report;
    private final byte[] stored;
    private final Finishing finishing;
    private final int limit;
    private int count;

    CachedResult(ReportCache.Hit hit, Finishing finishing, int limit) {
        this.report = hit.report();
        this.stored = hit.stored();
        this.finishing = finishing;
        this.limit = limit;
    }

    @Override
    public Report report() {
        return finishing.report();
    }

    @Override
    public boolean hasRows() {
        return report.kind() == CachedReport.Kind.ARRAY;
    }

    @Override
    public boolean isReadyJson() {
        return finishing.isNothing();
    }

    @Override
    public void writeJson(OutputStream out) throws IOException {
        count = hasRows() ? report.elements() : 1;
        out.write(stored, report.valueOffset(), report.valueLength());
    }

    @Override
    public void rows(RowSink sink) throws IOException {
        RowSink finished = finishing.into(sink);
        try (JsonParser json = ReportingApi.JSON.createParser(stored, report.valueOffset(), report.valueLength())) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                hand(json, finished);
                return;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                hand(json, finished);
            }
        }
    }

    private void hand(JsonParser json, RowSink sink) throws IOException {
        sink.row(RowJson.readRow(json));
        count++;
    }

    @Override
    public int count() {
        return count;
    }

    /** The SDK's records do not say whether they were cut: as many rows as the limit allows may be. */
    @Override
    public boolean cut() {
        return report.cut() || (report.origin() == null && limit > 0 && report.elements() == limit);
    }

    @Override
    public boolean summarised() {
        return false;
    }

    @Override
    public String notice() {
        return "";
    }
}
