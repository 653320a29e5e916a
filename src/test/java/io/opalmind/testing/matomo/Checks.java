package io.opalmind.testing.matomo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Matomo looks at before it computes a report: plugin, rights, site, period, date, segment. */
final class Checks {
    private static final Set<String> PERIODS = Set.of("day", "week", "month", "year", "range");

    private static final List<String> NEEDED = List.of("idSite", "period", "date");

    /** Answered to everyone, with less for those who may see less. */
    private static final Set<String> OPEN = Set.of(
            "SitesManager.getSitesIdWithAtLeastViewAccess",
            "SitesManager.getSitesIdWithViewAccess",
            "SitesManager.getSitesIdWithWriteAccess",
            "SitesManager.getSitesIdWithAdminAccess",
            "SitesManager.getSitesWithAtLeastViewAccess");

    private final Recordings recordings;
    private final SegmentCheck segments;

    Checks(Recordings recordings) {
        this.recordings = recordings;
        this.segments = new SegmentCheck(recordings);
    }

    /** Why this call is refused, or null. */
    @Nullable
    Refusal refusal(Map<String, String> params, Asker asker) {
        String method = params.getOrDefault("method", "");
        String plugin = Recordings.plugin(method);
        if (method.isEmpty()) {
            return Refusal.request(Messages.missing("method"));
        }
        if (!recordings.knowsPlugin(plugin)) {
            return new Refusal(Refusal.Kind.UNKNOWN_METHOD, Messages.noPlugin(plugin));
        }
        String missing = missing(method, params);
        if (missing != null) {
            return Refusal.request(Messages.missing(missing));
        }
        Refusal rights = rights(method, params.getOrDefault("idSite", ""), asker);
        return rights != null ? rights : question(params);
    }

    /** Why a question about visits that were tracked here is refused, or null; it needs no date. */
    @Nullable
    Refusal visitsRefusal(Map<String, String> params, Asker asker) {
        String sites = params.getOrDefault("idSite", "");
        if (sites.isEmpty()) {
            return Refusal.request(Messages.missing("idSite"));
        }
        Refusal rights = rights(params.getOrDefault("method", ""), sites, asker);
        return rights != null ? rights : question(params);
    }

    private @Nullable Refusal rights(String method, String sites, Asker asker) {
        if ((asker == Asker.VIEWER || asker == Asker.WRITER) && isForSuperUsers(method)) {
            return Refusal.access(Messages.SUPER_USER);
        }
        boolean open = OPEN.contains(method);
        if (sites.isEmpty() || sites.equals("all")) {
            return asker == Asker.NOBODY && !open ? Refusal.access(Messages.ANY_VIEW) : null;
        }
        for (String site : sites.split(",")) {
            if (!asker.mayView(site.trim())) {
                return asker == Asker.ADMIN
                        ? Refusal.request(Messages.noSuchSite(site))
                        : Refusal.access(Messages.viewAccess(site));
            }
        }
        return null;
    }

    private @Nullable Refusal question(Map<String, String> params) {
        String period = params.get("period");
        if (period != null && !PERIODS.contains(period)) {
            return Refusal.request(Messages.badPeriod(period));
        }
        String date = params.get("date");
        if (date != null && RecordingDates.canonical(period == null ? "day" : period, date) == null) {
            return Refusal.request(Messages.BAD_DATE);
        }
        String segment = segments.fault(params.getOrDefault("segment", ""));
        return segment == null ? null : Refusal.request(segment);
    }

    /** A parameter is needed where every recording of the method has it. */
    private @Nullable String missing(String method, Map<String, String> params) {
        List<Recording> answered =
                recordings.of(method).stream().filter(one -> !one.isError()).toList();
        for (String param : NEEDED) {
            boolean needed = !answered.isEmpty()
                    && answered.stream().allMatch(one -> one.params().containsKey(param));
            if (needed && params.getOrDefault(param, "").isEmpty()) {
                return param;
            }
        }
        return null;
    }

    private static boolean isForSuperUsers(String method) {
        return method.startsWith("UsersManager.")
                || method.startsWith("CoreAdminHome.")
                || method.matches("SitesManager\\.(add|update|delete).*");
    }
}
