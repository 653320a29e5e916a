package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of the server itself: its version, its plugins, what the token may do. */
final class Facts {
    private static final String VERSION = "5.0.2";

    /** Those of which the sandbox answers something. */
    private static final Set<String> PLUGINS = Set.of(
            "API",
            "Actions",
            "DevicesDetection",
            "Events",
            "Goals",
            "Live",
            "Referrers",
            "SitesManager",
            "VisitsSummary");

    private final Measured measured;

    Facts(Measured measured) {
        this.measured = measured;
    }

    @Nullable
    Method find(String name) {
        return switch (name) {
            case "API.getMatomoVersion", "API.getPiwikVersion" -> (asked, access) -> known(access, version());
            case "API.isPluginActivated" -> (asked, access) -> known(access, isActive(asked.require("pluginName")));
            case "SitesManager.getSitesIdWithAtLeastViewAccess", "SitesManager.getSitesIdWithAdminAccess" ->
                (asked, access) -> ids(access == Access.ADMIN);
            case "SitesManager.getSitesIdWithViewAccess", "SitesManager.getSitesIdWithWriteAccess" ->
                (asked, access) -> ids(false);
            default -> null;
        };
    }

    private static JsonNode version() {
        return TextNode.valueOf(VERSION);
    }

    private static JsonNode isActive(String plugin) {
        return BooleanNode.valueOf(PLUGINS.contains(plugin));
    }

    private static JsonNode known(Access access, JsonNode fact) {
        if (access != Access.ADMIN) {
            throw Errors.noAccessAnywhere();
        }
        return fact;
    }

    /** A super user stands under Admin and AtLeastView, and nowhere else. */
    private JsonNode ids(boolean all) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        if (all) {
            measured.sites().all().forEach(site -> ids.add(site.id()));
        }
        return ids;
    }
}
