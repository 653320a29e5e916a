package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sites and goals as Matomo describes them. */
final class SiteFacts {
    private final Measured measured;

    SiteFacts(Measured measured) {
        this.measured = measured;
    }

    @Nullable
    Method find(String name) {
        return switch (name) {
            case "SitesManager.getSiteFromId" -> this::site;
            case "SitesManager.getSitesWithAtLeastViewAccess" -> this::sites;
            case "Goals.getGoals" -> this::goals;
            default -> null;
        };
    }

    private JsonNode site(Parameters asked, Access access) {
        List<Site> found = SitesAsked.of(asked, measured.sites(), access).sites();
        if (found.size() != 1) {
            throw Errors.siteUnknown(asked.require("idSite"));
        }
        return describe(found.get(0));
    }

    private JsonNode sites(Parameters asked, Access access) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        if (access == Access.ADMIN) {
            measured.sites().all().forEach(site -> all.add(describe(site)));
        }
        return all;
    }

    /** Without what no sandbox has: who made the site, and when. */
    private static ObjectNode describe(Site site) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("idsite", site.id());
        node.put("name", site.name());
        node.put("main_url", site.url());
        node.put("ecommerce", site.ecommerce() ? 1 : 0);
        node.put("sitesearch", 1);
        node.put("timezone", site.zone().getId());
        node.put("currency", site.currency());
        node.put("exclude_unknown_urls", 0);
        node.put("group", "");
        node.put("type", "website");
        node.put("keep_url_fragment", 0);
        node.put("currency_name", Currencies.name(site.currency()));
        return node;
    }

    private JsonNode goals(Parameters asked, Access access) {
        RowFilters filters = new RowFilters(asked);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Site site : SitesAsked.of(asked, measured.sites(), access).sites()) {
            site.goals().forEach(goal -> all.add(describe(site, goal)));
        }
        return filters.apply(all);
    }

    private static ObjectNode describe(Site site, Goal goal) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("idsite", site.id());
        node.put("idgoal", goal.id());
        node.put("name", goal.name());
        node.put("description", "");
        node.put("match_attribute", goal.isManual() ? "manually" : "url");
        if (!goal.isManual()) {
            node.put("pattern", goal.contains());
            node.put("pattern_type", "contains");
            node.put("case_sensitive", 0);
        }
        node.put("allow_multiple", 0);
        node.set("revenue", Money.number(goal.revenue()));
        node.put("deleted", 0);
        node.put("event_value_as_revenue", 0);
        return node;
    }
}
