package io.opalmind.store.redis.inspect;

import java.util.List;

/** Adds keys up, whatever their number, in flat memory. */
final class SummaryTally {
    private final Groups kinds = new Groups();
    private final Groups features = new Groups();
    private final Groups sites = new Groups();
    private final Groups periods = new Groups();
    private final Groups ttl = new Groups(Spans.labels());
    private final Groups age = new Groups(Spans.labels());
    private long keys;
    private long bytes;
    private long unsized;

    void add(FoundKey key) {
        keys++;
        long size = key.bytes();
        if (size < 0) {
            unsized++;
        } else {
            bytes += size;
        }
        kinds.add(key.kind().label(), size);
        ttl.add(Spans.ofTtl(key.ttlMillis()), size);
        age.add(Spans.ofAge(key.ageSeconds()), size);
        ReportKey report = key.report();
        if (report != null) {
            features.add(report.feature(), size);
            if (report.site() > 0) {
                sites.add(Long.toString(report.site()), size);
            }
            if (report.period() != null) {
                periods.add(report.period(), size);
            }
        }
    }

    Summary summary(List<ServerFacts> servers) {
        return new Summary(
                servers,
                keys,
                bytes,
                unsized,
                kinds.byKeys(),
                features.byKeys(),
                sites.byKeys(),
                periods.byKeys(),
                ttl.inOrder(),
                age.inOrder());
    }
}
