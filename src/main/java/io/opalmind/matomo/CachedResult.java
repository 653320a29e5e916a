package io.opalmind.matomo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.report.Report;
import io.opalmind.store.CachedReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A result out of the cache. */
final class CachedResult implements ReportResult {
    private static final byte[] SUMMARY = "\"label\":\"Others\"".getBytes(StandardCharsets.US_ASCII);

    private final CachedReport report;
    private final byte[] stored;
    private final ReportQuery query;
    private final Finishing finishing;
    private boolean asItStands;

    CachedResult(ReportCache.Hit hit, ReportQuery query, Finishing finishing) {
        this.report = hit.report();
        this.stored = hit.stored();
        this.query = query;
        this.finishing = finishing;
    }

    @Override
    public boolean isCached() {
        return true;
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
        asItStands = true;
        out.write(stored, report.valueOffset(), report.valueLength());
    }

    @Override
    public void rows(RowSink sink) throws IOException {
        RowSink finished = finishing.into(sink);
        try (JsonParser json = ReportingApi.JSON.createParser(stored, report.valueOffset(), report.valueLength())) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                finished.row(RowJson.readRow(json));
                return;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                finished.row(RowJson.readRow(json));
            }
        } catch (StreamReadException | StreamConstraintsException damaged) {
            throw new MatomoException(
                    ErrorKind.BAD_ANSWER,
                    "The cached answer is damaged: it nests too deep. --refresh renews it.",
                    damaged);
        }
    }

    @Override
    public int count() {
        return !asItStands ? finishing.count() : hasRows() ? report.elements() : 1;
    }

    /** The SDK's records do not say whether they were cut: as many rows as the limit allows may be. */
    @Override
    public boolean cut() {
        int limit = query.rowLimit();
        return report.cut() || (report.origin() == null && limit > 0 && report.elements() == limit);
    }

    /** Rows that were not read are looked through only where one of them may be the one. */
    @Override
    public boolean summarised() {
        return asItStands ? mayHoldSummary() && holdsSummary() : finishing.summarised();
    }

    private boolean mayHoldSummary() {
        int last = report.valueOffset() + report.valueLength() - SUMMARY.length;
        for (int i = report.valueOffset(); i <= last; i++) {
            if (stored[i + 9] == 'O' && Arrays.equals(stored, i, i + SUMMARY.length, SUMMARY, 0, SUMMARY.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsSummary() {
        try {
            rows(row -> {});
            return finishing.summarised();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String notice() {
        return report().notice(query);
    }
}
