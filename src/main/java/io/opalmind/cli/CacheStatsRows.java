package io.opalmind.cli;

import io.opalmind.CacheStats;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.Value;
import io.opalmind.store.CacheCounters;
import io.opalmind.store.Holdings;
import io.opalmind.store.TtlSpread;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the cache, as rows. {@code total} and {@code features} have the members of the SDK's
 * {@code getCacheStats}, and ours behind them.
 */
final class CacheStatsRows {
    private static final Holdings NOTHING = new Holdings();

    private final CacheStats stats;
    private final Instant since;

    /** @param since {@link Instant#EPOCH} for all that was ever counted */
    CacheStatsRows(CacheStats stats, Instant since) {
        this.stats = stats;
        this.since = since;
    }

    /** All of it as one record. */
    Row whole() {
        List<Value> features = new ArrayList<>();
        for (String feature : features()) {
            features.add(feature(feature));
        }
        Row whole = new Row()
                .put("total", fill(new Row(), total(), stats.entries().total()))
                .put("features", new Value.Items(features))
                .put("store", stats.store());
        if (since.isAfter(Instant.EPOCH)) {
            whole.put("since", since.truncatedTo(ChronoUnit.HOURS).toString());
        }
        Holdings held = stats.entries().total();
        Holdings others = stats.entries().others();
        return whole.put("oldest", entry(held.soonest()))
                .put("newest", entry(held.latest()))
                .put("others", size(new Row(), others));
    }

    /** A row a feature, then their sum, and last what is there besides: what is known of sites, and what is not ours. */
    void each(RowSink sink) throws IOException {
        for (String feature : features()) {
            sink.row(feature(feature));
        }
        sink.row(
                fill(new Row().put("feature", "total"), total(), stats.entries().total()));
        sink.row(size(new Row().put("feature", "others"), stats.entries().others()));
    }

    private static Row size(Row row, Holdings held) {
        return row.put("entries", held.entries()).put("bytes", held.bytes());
    }

    private Set<String> features() {
        Set<String> features = new TreeSet<>(stats.counters().keySet());
        features.addAll(stats.entries().byFeature().keySet());
        return features;
    }

    private Row feature(String feature) {
        Holdings held = stats.entries().byFeature().get(feature);
        return fill(
                new Row().put("feature", feature),
                stats.counters().getOrDefault(feature, CacheCounters.NONE),
                held == null ? NOTHING : held);
    }

    private CacheCounters total() {
        CacheCounters sum = CacheCounters.NONE;
        for (CacheCounters one : stats.counters().values()) {
            sum = sum.plus(one);
        }
        return sum;
    }

    /** A hit is a request that Matomo was spared, as a report is asked for in one. */
    private static Row fill(Row row, CacheCounters counters, Holdings held) {
        row.put("hits", counters.hits())
                .put("misses", counters.misses())
                .put("sets", counters.sets())
                .put("staleEvictions", counters.staleEvictions())
                .put("entries", held.entries())
                .put("hitRate", hitRate(counters))
                .put("requestsSaved", counters.hits())
                .put("bytes", held.bytes())
                .put("withoutTtl", held.endless());
        TtlSpread spread = held.spread();
        Value none = Value.Nothing.INSTANCE;
        return row.put(
                "ttlMs",
                spread.isEmpty()
                        ? none
                        : new Row()
                                .put("min", spread.min())
                                .put("median", spread.median())
                                .put("max", spread.max()));
    }

    /** Percent, two decimals; null where nothing was looked up. */
    private static Value hitRate(CacheCounters counters) {
        if (counters.lookups() == 0) {
            return Value.Nothing.INSTANCE;
        }
        long hundredths = Math.round(counters.hitRate() * 100);
        return hundredths % 100 == 0
                ? Value.Num.of(hundredths / 100)
                : new Value.Num(Double.toString(hundredths / 100.0));
    }

    /** All reports live equally long, so that the first to end is the oldest. */
    private Value entry(Holdings.@Nullable Entry entry) {
        return entry == null
                ? Value.Nothing.INSTANCE
                : new Row()
                        .put("key", entry.key())
                        .put("bytes", entry.bytes())
                        .put("ttlMs", entry.timeToLive())
                        .put(
                                "expiresAt",
                                stats.at().plusMillis(entry.timeToLive()).toString());
    }
}
