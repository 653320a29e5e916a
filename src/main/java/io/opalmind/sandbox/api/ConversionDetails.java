package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import org.jspecify.annotations.Nullable;

/** A goal, an order or a cart as the visits log shows it. */
record ConversionDetails(Site site, Visit visit) {
    ObjectNode describe(Conversion conversion) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (conversion.goal() > 0) {
            describeGoal(conversion, node);
        } else {
            describeItems(conversion, node);
        }
        node.put("timestamp", conversion.time().getEpochSecond());
        return node;
    }

    /** Of a goal that a page converted by its address; the hits of others are no page views. */
    private @Nullable String pageViewId(Conversion conversion) {
        for (Action action : visit.actions()) {
            if (conversion.goal() > 0
                    && action.kind() == ActionKind.PAGEVIEW
                    && action.time().equals(conversion.time())
                    && action.url().equals(conversion.url())
                    && !isManual(conversion.goal())) {
                return action.pageViewId();
            }
        }
        return null;
    }

    private String moment(Conversion conversion) {
        return new Pretty(site.zone()).moment(conversion.time());
    }

    private boolean isManual(int id) {
        return site.goals().stream().anyMatch(goal -> goal.id() == id && goal.isManual());
    }

    private void describeGoal(Conversion conversion, ObjectNode node) {
        node.put("type", "goal");
        for (Goal goal : site.goals()) {
            if (goal.id() == conversion.goal()) {
                node.put("goalName", goal.name());
            }
        }
        node.put("goalId", conversion.goal());
        node.put("idpageview", pageViewId(conversion));
        node.set("revenue", Money.number(conversion.revenue()));
        node.put("serverTimePretty", moment(conversion));
        node.put("url", conversion.url());
        node.put("referrerType", visit.referrer().type().segment());
        node.put("referrerName", VisitDetails.textOrNull(visit.referrer().name()));
        node.put("referrerKeyword", VisitDetails.textOrNull(visit.referrer().keyword()));
        node.put("title", "Goal conversion");
    }

    private void describeItems(Conversion conversion, ObjectNode node) {
        boolean order = conversion.goal() == Conversion.ORDER;
        node.put("type", order ? "ecommerceOrder" : "ecommerceAbandonedCart");
        if (order) {
            node.put("orderId", conversion.orderId());
        }
        node.set("revenue", Money.number(conversion.revenue()));
        if (order) {
            node.set("revenueSubTotal", Money.number(conversion.subtotal()));
            node.set("revenueTax", Money.number(conversion.tax()));
            node.set("revenueShipping", Money.number(conversion.shipping()));
            node.set("revenueDiscount", Money.number(conversion.discount()));
        }
        int count =
                conversion.items().stream().mapToInt(Conversion.Item::quantity).sum();
        node.put("items", count);
        node.put("serverTimePretty", moment(conversion));
        node.putNull("idpageview");
        ArrayNode items = node.putArray("itemDetails");
        conversion.items().forEach(item -> describe(item, items.addObject()));
        node.put("title", order ? "Ordered (" + conversion.orderId() + ")" : "Abandoned Cart");
    }

    private static void describe(Conversion.Item item, ObjectNode node) {
        node.put("itemSKU", item.sku());
        node.put("itemName", item.name());
        if (!item.categories().isEmpty()) {
            node.put("itemCategory", item.categories().get(0));
        }
        node.set("price", Money.number(item.price()));
        node.put("quantity", item.quantity());
        ArrayNode categories = node.putArray("categories");
        item.categories().forEach(categories::add);
    }
}
