package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sites and rights: the recordings of the super user, with what the asker may not see left out. */
final class SiteAnswers {
    private static final String SITES = "SitesManager.getSitesWithAtLeastViewAccess";

    private final Recordings recordings;

    SiteAnswers(Recordings recordings) {
        this.recordings = recordings;
    }

    @Nullable
    Found find(Map<String, String> params, Asker asker) {
        String method = params.getOrDefault("method", "");
        return switch (method) {
            case "SitesManager.getSitesIdWithAtLeastViewAccess" -> ids(asker.sites());
            case "SitesManager.getSitesIdWithViewAccess" -> ids(asker == Asker.VIEWER ? asker.sites() : List.of());
            // A super user stands under Admin alone, not under Write.
            case "SitesManager.getSitesIdWithWriteAccess" -> ids(asker == Asker.WRITER ? asker.sites() : List.of());
            case "SitesManager.getSitesIdWithAdminAccess" -> ids(asker == Asker.ADMIN ? asker.sites() : List.of());
            case SITES -> sites(SITES, site -> asker.mayView(id(site)));
            case "SitesManager.getPatternMatchSites" -> pattern(params, asker);
            case "SitesManager.getSiteFromId" -> site(params.getOrDefault("idSite", ""));
            case "Goals.getGoals" -> goals(params);
            default -> null;
        };
    }

    private static Found ids(List<String> sites) {
        ArrayNode ids = Json.NODES.arrayNode();
        sites.forEach(site -> ids.add(Integer.parseInt(site)));
        return Found.derived(ids, "the rights of the token");
    }

    private @Nullable Found pattern(Map<String, String> params, Asker asker) {
        boolean recorded = recordings.exactly(params, Asker.ADMIN) != null;
        return recorded ? sites("SitesManager.getPatternMatchSites", site -> asker.mayView(id(site))) : null;
    }

    private @Nullable Found site(String asked) {
        for (JsonNode site : recordings.first(SITES)) {
            if (id(site).equals(asked)) {
                return Found.derived(site, SITES);
            }
        }
        return null;
    }

    /** The data set has the goals of both sites in one recording. */
    private @Nullable Found goals(Map<String, String> params) {
        if (recordings.longest(RequestKey.of(params)) != null) {
            return null;
        }
        String sites = "," + params.getOrDefault("idSite", "") + ",";
        return recordings.first("Goals.getGoals").isEmpty()
                ? null
                : sites("Goals.getGoals", goal -> sites.contains("," + id(goal) + ","));
    }

    private Found sites(String method, Predicate<JsonNode> visible) {
        ArrayNode kept = Json.NODES.arrayNode();
        for (JsonNode site : recordings.first(method)) {
            if (visible.test(site)) {
                kept.add(site);
            }
        }
        return Found.derived(kept, method);
    }

    private static String id(JsonNode siteOrGoal) {
        return siteOrGoal.path("idsite").asText();
    }
}
