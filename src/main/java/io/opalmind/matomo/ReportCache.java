package io.opalmind.matomo;

import com.fasterxml.jackson.core.JsonParser;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.store.CacheEvent;
import io.opalmind.store.CacheStore;
import io.opalmind.store.CachedReport;
import io.opalmind.store.StatsStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cache of reports: judges what a store holds, and counts what happens. What is damaged, expired, of another Matomo
 * or of another shape than the report has is a miss, and is left where it is.
 */
public final class ReportCache {
    /** Which ways the cache is used: {@code --no-cache} neither, {@code --refresh} writes alone. */
    public enum Use {
        READ_AND_WRITE,
        WRITE,
        NONE
    }

    /** A record and the bytes it was found in. */
    static final class Hit {
        private final CachedReport report;
        private final byte[] stored;

        private Hit(CachedReport report, byte[] stored) {
            this.report = report;
            this.stored = stored;
        }

        CachedReport report() {
            return report;
        }

        byte[] stored() {
            return stored;
        }
    }

    /** What is known of a site and a token is kept here too, but is no report: it is not counted among their hits. */
    static final String SITE = "site";

    static final String RIGHTS = "rights";
    static final String GOALS = "goals";

    private final CacheStore store;
    private final StatsStore stats;
    private final Clock clock;
    private final Duration timeToLive;
    private final String origin;
    private final Use use;
    private final Consumer<String> warn;
    private boolean warned;

    /**
     * @param timeToLive of what is written; zero switches the cache off
     * @param origin tells this Matomo and this user from others; stands in every record
     */
    public ReportCache(
            CacheStore store,
            StatsStore stats,
            Clock clock,
            Duration timeToLive,
            String origin,
            Use use,
            Consumer<String> warn) {
        this.store = store;
        this.stats = stats;
        this.clock = clock;
        this.timeToLive = timeToLive;
        this.origin = origin;
        this.use = timeToLive.isZero() ? Use.NONE : use;
        this.warn = warn;
    }

    /** Whether a value of that kind can be what the report holds. */
    interface Shape {
        boolean fits(CachedReport report);
    }

    /** The record under that key where it is good, else null. Counts a hit or a miss. */
    @Nullable
    Hit find(String feature, String key, Shape shape) {
        if (use != Use.READ_AND_WRITE) {
            return null;
        }
        byte[] stored = store.get(key);
        CachedReport report = stored == null ? null : CachedReport.parse(stored);
        if (stored != null && report != null && isGood(report, feature, shape)) {
            count(feature, CacheEvent.HIT);
            return new Hit(report, stored);
        }
        count(feature, CacheEvent.MISS);
        return null;
    }

    private boolean isGood(CachedReport report, String feature, Shape shape) {
        if (!report.feature().equals(feature) || !shape.fits(report)) {
            return false;
        }
        if (report.expiresAt() < clock.millis()) {
            count(feature, CacheEvent.STALE_EVICTION);
            return false;
        }
        if (report.origin() != null && !report.origin().equals(origin)) {
            warnOfForeigner();
            return false;
        }
        return true;
    }

    /** Once: where one record is from elsewhere, most are. */
    private void warnOfForeigner() {
        if (!warned) {
            warned = true;
            warn.accept("The cached answer is from another Matomo or another user's token; asking again."
                    + " Give each its own REDIS_CACHE_PREFIX (Redis) or OPALMIND_STATE_DIR (files).");
        }
    }

    boolean writes() {
        return use != Use.NONE;
    }

    /** Keeps a value; one longer than the stores take is left out. */
    void keep(String feature, String key, byte[] value, boolean cut, Duration life) {
        if (use == Use.NONE || value.length > CacheStore.MAX_VALUE_BYTES) {
            return;
        }
        long expiresAt = clock.millis() + life.toMillis();
        count(feature, CacheEvent.SET);
        store.put(key, CachedReport.write(feature, value, 0, value.length, expiresAt, origin, cut), life);
    }

    /** What is known of a site, or null. */
    @Nullable
    Row findRow(String feature, String key) {
        Hit hit = find(feature, key, stored -> stored.kind() == CachedReport.Kind.OBJECT);
        if (hit == null) {
            return null;
        }
        CachedReport report = hit.report();
        try (JsonParser json =
                ReportingApi.JSON.createParser(hit.stored(), report.valueOffset(), report.valueLength())) {
            json.nextToken();
            return RowJson.readRow(json);
        } catch (IOException damaged) {
            return null;
        }
    }

    /** Keeps what is known of a site. */
    void keepRow(String feature, String key, Row row, Duration life) {
        try (Capture capture = new Capture(false, writes())) {
            capture.row(row);
            byte[] value = capture.value();
            if (value != null) {
                keep(feature, key, value, false, life);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether entries of that feature are reports; what is known of sites and tokens is kept beside them. */
    public static boolean isReport(String feature) {
        return !feature.equals(SITE) && !feature.equals(RIGHTS) && !feature.equals(GOALS);
    }

    private void count(String feature, CacheEvent event) {
        if (isReport(feature)) {
            stats.count(feature, event);
        }
    }

    Duration timeToLive() {
        return timeToLive;
    }
}
