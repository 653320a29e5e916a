package io.opalmind.matomo;

import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.report.Report;
import io.opalmind.matomo.report.Reports;
import io.opalmind.matomo.report.SiteInfo;
import io.opalmind.matomo.report.SiteSource;
import io.opalmind.store.CachedReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks one Matomo, through the cache. */
public final class MatomoClient {
    /** A site's currency hardly ever changes, and without it no money can be printed while Matomo is away. */
    private static final Duration SITE_LIFE = Duration.ofDays(1);

    private final Supplier<ReportingApi> api;
    private final ReportCache cache;
    private final Consumer<String> warn;
    private final Map<Long, SiteInfo> sites = new HashMap<>();
    private final Map<Long, MatomoException> unknownSites = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /**
     * @param api opened when Matomo is first needed: a cached report needs none of it
     * @param warn told what the user should know and no result says
     */
    public MatomoClient(Supplier<ReportingApi> api, ReportCache cache, Consumer<String> warn) {
        this.api = api;
        this.cache = cache;
        this.warn = warn;
    }

    /**
     * The answer to a query. The cache is asked now; Matomo, where it must be, when the result is read.
     *
     * @throws MatomoException from the result's reading
     */
    public ReportResult query(ReportQuery query) {
        Report report = Reports.of(query.report());
        String feature = report.feature(query);
        boolean dated = query.isSeries() && report.hasRows(query);
        ReportCache.Hit hit = cache.find(
                feature,
                CacheKey.of(feature, query, report.isCut()),
                stored -> fits(stored, report.hasRows(query), dated));
        boolean fresh = hit == null;
        SiteSource site = () -> site(query.siteId(), fresh);
        Finishing finishing = new Finishing(report, query, site, this::warnOnce);
        return hit == null
                ? new FetchedResult(api.get(), query, site, cache, finishing)
                : new CachedResult(hit, query, finishing);
    }

    /** The SDK keeps a series of channels without its dates: not what was asked for here. */
    private static boolean fits(CachedReport stored, boolean rows, boolean dated) {
        if (!rows) {
            return stored.kind() == CachedReport.Kind.OBJECT;
        }
        return stored.kind() == CachedReport.Kind.ARRAY
                && stored.allObjects()
                && (!dated || stored.elements() == 0 || stored.firstHasDate());
    }

    /** The requests that {@link #query} would send, were nothing cached. */
    public List<ApiCall> explain(ReportQuery query) {
        return Reports.of(query.report()).calls(query);
    }

    /** The ids of the sites that the token may see. */
    public List<Long> siteIds() {
        List<Long> ids = new ArrayList<>();
        if (api.get().read(new ApiCall("SitesManager.getSitesIdWithAtLeastViewAccess")) instanceof Value.Items items) {
            for (Value item : items.values()) {
                String digits = item instanceof Value.Num number
                        ? number.digits()
                        : item instanceof Value.Text text ? text.text() : "";
                if (isId(digits)) {
                    ids.add(Long.valueOf(digits));
                }
            }
        }
        return ids;
    }

    private static boolean isId(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return !digits.isEmpty() && digits.length() < 10;
    }

    /** @param patient whether to try more than once: not for a cached report, which is served while Matomo is away */
    private SiteInfo site(long siteId, boolean patient) {
        MatomoException failed = unknownSites.get(siteId);
        if (failed != null) {
            throw failed;
        }
        SiteInfo site = sites.get(siteId);
        if (site == null) {
            site = findSite(siteId, patient);
            sites.put(siteId, site);
        }
        return site;
    }

    private SiteInfo findSite(long siteId, boolean patient) {
        String key = CacheKey.ofSite(siteId);
        Row stored = cache.findRow(ReportCache.SITE, key);
        if (stored != null) {
            return SiteInfo.of(stored);
        }
        SiteInfo site = askForSite(siteId, patient);
        if (site.isKnown()) {
            cache.keepRow(ReportCache.SITE, key, site.toRow(), SITE_LIFE);
        }
        return site;
    }

    private SiteInfo askForSite(long siteId, boolean patient) {
        ApiCall call = SiteInfo.call(siteId);
        try {
            return SiteInfo.of(patient ? api.get().read(call) : api.get().readAtOnce(call));
        } catch (MatomoException e) {
            unknownSites.put(siteId, e);
            throw e;
        }
    }

    private void warnOnce(String message) {
        if (told.add(message)) {
            warn.accept(message);
        }
    }
}
