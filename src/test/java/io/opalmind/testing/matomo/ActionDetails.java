package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One visit's hits as {@code actionDetails} of the visits log, in the members of the recordings that tell them apart. */
final class ActionDetails {
    private static final int PV_ID = 6;

    private final ArrayNode actions = Json.NODES.arrayNode();
    private final Set<String> goals = new HashSet<>();
    private final JsonNode goalList;
    private final String site;

    ActionDetails(String site, JsonNode goalList) {
        this.site = site;
        this.goalList = goalList;
    }

    ArrayNode actions() {
        return actions;
    }

    void add(StoredHit hit) {
        Map<String, String> params = hit.parameters();
        ObjectNode action = Json.NODES.objectNode();
        String type = type(params);
        if (type == null) {
            return;
        }
        action.put("type", type);
        switch (type) {
            case "goal" -> goal(action, params);
            case "ecommerceOrder", "ecommerceAbandonedCart" -> purchase(action, params);
            default -> page(action, type, params);
        }
        finish(action, hit);
        if (type.equals("action")) {
            reached(params.getOrDefault("url", ""), pageview(params), hit);
        }
    }

    private void finish(ObjectNode action, StoredHit hit) {
        boolean again = action.has("goalId") && !goals.add(action.get("goalId").asText());
        if (!again) {
            actions.add(action.put("timestamp", hit.at().getEpochSecond()));
        }
    }

    static @Nullable String type(Map<String, String> hit) {
        if ("0".equals(hit.get("idgoal"))) {
            return given(hit, "ec_id") ? "ecommerceOrder" : "ecommerceAbandonedCart";
        }
        String[][] types = {
            {"idgoal", "goal"},
            {"e_c", "event"},
            {"search", "search"},
            {"download", "download"},
            {"link", "outlink"},
            {"c_n", "content"}
        };
        for (String[] one : types) {
            if (given(hit, one[0])) {
                return one[1];
            }
        }
        boolean none = "1".equals(hit.get("ping")) || "1".equals(hit.get("ca"));
        return none ? null : "action";
    }

    private static boolean given(Map<String, String> hit, String name) {
        return !hit.getOrDefault(name, "").isEmpty();
    }

    private void page(ObjectNode action, String type, Map<String, String> hit) {
        String url = type.equals("search") ? null : withoutCampaign(hit.get(urlName(type)));
        action.put("url", url).put("idpageview", pageview(hit));
        switch (type) {
            case "action" -> action.put("pageTitle", hit.getOrDefault("action_name", ""));
            case "event" -> event(action, hit);
            case "search" ->
                action.put("siteSearchKeyword", hit.get("search"))
                        .put("siteSearchCategory", hit.getOrDefault("search_cat", ""))
                        .put("siteSearchCount", number(hit, "search_count"));
            case "content" ->
                action.put("contentName", hit.get("c_n"))
                        .put("contentPiece", hit.get("c_p"))
                        .put("contentTarget", hit.get("c_t"))
                        .put("contentInteraction", hit.get("c_i"));
            default -> action.putNull("pageTitle");
        }
    }

    /** Matomo cuts what is longer. */
    private static String pageview(Map<String, String> hit) {
        String id = hit.getOrDefault("pv_id", "");
        return id.substring(0, Math.min(PV_ID, id.length()));
    }

    /** What names a campaign goes to the referrer, and from the page. */
    private static @Nullable String withoutCampaign(@Nullable String url) {
        return url == null
                ? null
                : url.replaceAll("(?<=[?&])mtm_[a-z]+=[^&]*&?", "").replaceAll("[?&]$", "");
    }

    private static String urlName(String type) {
        return switch (type) {
            case "download" -> "download";
            case "outlink" -> "link";
            default -> "url";
        };
    }

    private static void event(ObjectNode action, Map<String, String> hit) {
        action.put("eventCategory", hit.get("e_c")).put("eventAction", hit.get("e_a"));
        if (given(hit, "e_n")) {
            action.put("eventName", hit.get("e_n"));
        }
        if (number(hit, "e_v") != null) {
            action.put("eventValue", number(hit, "e_v"));
        }
    }

    private void goal(ObjectNode action, Map<String, String> hit) {
        String id = hit.getOrDefault("idgoal", "");
        JsonNode goal = goal(id);
        action.put("goalName", goal.path("name").asText()).put("goalId", Integer.parseInt(id));
        BigDecimal revenue = number(hit, "revenue");
        action.putNull("idpageview")
                .put(
                        "revenue",
                        revenue == null ? new BigDecimal(goal.path("revenue").asText("0")) : revenue)
                .putNull("goalPageId")
                .put("url", hit.get("url"));
    }

    /** Goals that are reached by looking at a page; these alone have its {@code pv_id}. */
    private void reached(String url, String pageview, StoredHit hit) {
        for (JsonNode goal : goalList) {
            boolean here = goal.path("idsite").asText().equals(site)
                    && goal.path("match_attribute").asText().equals("url");
            if (here && url.contains(goal.path("pattern").asText())) {
                ObjectNode action = Json.NODES.objectNode().put("type", "goal");
                goal(action, Map.of("idgoal", goal.path("idgoal").asText(), "url", url));
                action.put("idpageview", pageview);
                finish(action, hit);
            }
        }
    }

    private JsonNode goal(String id) {
        for (JsonNode goal : goalList) {
            if (goal.path("idsite").asText().equals(site)
                    && goal.path("idgoal").asText().equals(id)) {
                return goal;
            }
        }
        return Json.NODES.objectNode();
    }

    private static void purchase(ObjectNode action, Map<String, String> hit) {
        String[][] members = {
            {"revenue", "revenue"},
            {"revenueSubTotal", "ec_st"},
            {"revenueTax", "ec_tx"},
            {"revenueShipping", "ec_sh"},
            {"revenueDiscount", "ec_dt"}
        };
        if (given(hit, "ec_id")) {
            action.put("orderId", hit.get("ec_id"));
        }
        for (String[] member : members) {
            BigDecimal amount = number(hit, member[1]);
            action.put(member[0], amount == null ? BigDecimal.ZERO : amount);
        }
        ArrayNode items = items(hit.getOrDefault("ec_items", "[]"));
        int quantity = 0;
        for (JsonNode item : items) {
            quantity += item.path("quantity").asInt();
        }
        action.put("items", quantity).putNull("idpageview").set("itemDetails", items);
    }

    private static ArrayNode items(String text) {
        ArrayNode items = Json.NODES.arrayNode();
        for (JsonNode item : Json.parse(text)) {
            JsonNode category = item.path(2);
            ObjectNode details = items.addObject()
                    .put("itemSKU", item.path(0).asText())
                    .put("itemName", item.path(1).asText())
                    .put("itemCategory", category.isArray() ? category.path(0).asText() : category.asText());
            details.set("price", item.path(3));
            details.set("quantity", item.path(4).isMissingNode() ? Json.NODES.numberNode(1) : item.path(4));
        }
        return items;
    }

    private static @Nullable BigDecimal number(Map<String, String> hit, String name) {
        try {
            return given(hit, name) ? new BigDecimal(hit.getOrDefault(name, "")) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
