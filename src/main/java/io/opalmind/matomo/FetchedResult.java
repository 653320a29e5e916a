package io.opalmind.matomo;

import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.report.Report;
import io.opalmind.matomo.report.SiteSource;
import io.opalmind.matomo.report.Yield;
import java.io.IOException;
import java.io.OutputStream;

/** A result that is asked of Matomo, and kept in the cache as it passes. */
final class FetchedResult implements ReportResult {
    private final ReportingApi api;
    private final Report report;
    private final ReportQuery query;
    private final SiteSource site;
    private final ReportCache cache;
    private final Finishing finishing;
    private Yield yield = Yield.WHOLE;

    FetchedResult(ReportingApi api, ReportQuery query, SiteSource site, ReportCache cache, Finishing finishing) {
        this.api = api;
        this.report = finishing.report();
        this.query = query;
        this.site = site;
        this.cache = cache;
        this.finishing = finishing;
    }

    @Override
    public boolean isCached() {
        return false;
    }

    @Override
    public Report report() {
        return report;
    }

    @Override
    public boolean hasRows() {
        return report.hasRows(query);
    }

    @Override
    public boolean isReadyJson() {
        return false;
    }

    @Override
    public void writeJson(OutputStream out) {
        throw new IllegalStateException("a result that is still to be asked for has no JSON yet");
    }

    @Override
    public void rows(RowSink sink) throws IOException {
        RowSink finished = finishing.into(sink);
        try (Capture capture = new Capture(hasRows(), cache.writes())) {
            yield = report.fetch(api, query, site, row -> {
                capture.row(row);
                finished.row(row);
            });
            byte[] value = capture.value();
            if (value != null && yield.complete()) {
                String feature = report.feature(query);
                String key = CacheKey.of(feature, query, report.isCut());
                cache.keep(feature, key, value, yield.cut(), cache.timeToLive());
            }
        }
    }

    @Override
    public int count() {
        return finishing.count();
    }

    @Override
    public boolean cut() {
        return yield.cut();
    }

    @Override
    public boolean summarised() {
        return yield.summarised();
    }

    @Override
    public String notice() {
        return yield.notice().isEmpty() ? report.notice(query) : yield.notice();
    }
}
