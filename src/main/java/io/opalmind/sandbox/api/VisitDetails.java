package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit as the visits log shows it; what the sandbox cannot tell (browsers, places, fingerprints) is left out. */
record VisitDetails(Buyers buyers, boolean withActions) {
    ObjectNode of(Site site, Visit visit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("idSite", site.id());
        node.put("idVisit", visit.number());
        addAddress(node, visit.ip());
        node.put("visitorId", visit.visitorId());
        if (withActions) {
            node.set("actionDetails", new ActionDetails(site, visit).all());
        }
        node.put(
                "goalConversions",
                visit.conversions().stream().filter(one -> one.goal() > 0).count());
        node.put("siteCurrency", site.currency());
        node.put("siteCurrencySymbol", Currencies.sign(site.currency()));
        addTimes(node, site, visit);
        addVisitor(node, visit);
        addReferrer(node, visit);
        node.put("deviceType", visit.deviceType());
        addCommerce(node, visit);
        node.put("events", Traits.count(visit, ActionKind.EVENT));
        node.put("resolution", visit.resolution());
        return node;
    }

    /** Of other addresses than those of four bytes, nothing. */
    private static void addAddress(ObjectNode node, String ip) {
        if (ip.indexOf('.') > 0) {
            node.put("visitIp", ip);
        }
    }

    private static void addTimes(ObjectNode node, Site site, Visit visit) {
        Pretty pretty = new Pretty(site.zone());
        Instant first = visit.firstAction();
        Instant last = visit.lastAction();
        node.put("serverDate", pretty.date(last));
        node.put("visitServerHour", pretty.hour(last));
        node.put("lastActionTimestamp", last.getEpochSecond());
        node.put("lastActionDateTime", pretty.stamp(last));
        node.put("siteName", site.name());
        node.put("serverTimestamp", last.getEpochSecond());
        node.put("firstActionTimestamp", first.getEpochSecond());
        node.put("serverTimePretty", pretty.time(last));
        node.put("serverDatePretty", pretty.day(last));
        node.put("serverDatePrettyFirstAction", pretty.day(first));
        node.put("serverTimePrettyFirstAction", pretty.time(first));
    }

    private void addVisitor(ObjectNode node, Visit visit) {
        node.put("userId", visit.userId());
        node.put("visitorType", buyers.type(visit));
        node.put("visitConverted", visit.isConverted() ? 1 : 0);
        node.put("visitCount", visit.count());
        node.put("visitEcommerceStatus", Traits.ecommerceStatus(visit));
        node.put("visitDuration", visit.length());
        node.put("visitDurationPretty", Pretty.span(visit.length()));
        node.put("searches", Traits.count(visit, ActionKind.SITE_SEARCH));
        node.put("actions", visit.interactions());
        node.put("interactions", Traits.interactions(visit));
    }

    private static void addReferrer(ObjectNode node, Visit visit) {
        node.put("referrerType", visit.referrer().type().segment());
        node.put("referrerTypeName", visit.referrer().type().label());
        node.put("referrerName", visit.referrer().name());
        node.put("referrerKeyword", keyword(visit));
        node.put("referrerUrl", textOrNull(visit.referrer().url()));
    }

    private static String keyword(Visit visit) {
        String keyword = visit.referrer().keyword();
        boolean hidden = keyword.isEmpty() && visit.referrer().type().segment().equals("search");
        return hidden ? "Keyword not defined" : keyword;
    }

    static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void addCommerce(ObjectNode node, Visit visit) {
        List<Conversion> orders = of(visit, Conversion.ORDER);
        List<Conversion> carts = of(visit, Conversion.ABANDONED_CART);
        node.set("totalEcommerceRevenue", Money.number(revenue(orders)));
        node.put("totalEcommerceConversions", orders.size());
        if (orders.isEmpty()) {
            node.put("totalEcommerceItems", 0);
        } else {
            node.put("totalEcommerceItems", Integer.toString(items(orders)));
        }
        node.set("totalAbandonedCartsRevenue", Money.number(revenue(carts)));
        node.put("totalAbandonedCarts", carts.size());
        node.put("totalAbandonedCartsItems", items(carts));
    }

    private static List<Conversion> of(Visit visit, int goal) {
        return visit.conversions().stream().filter(one -> one.goal() == goal).toList();
    }

    private static double revenue(List<Conversion> conversions) {
        double cents = conversions.stream().mapToDouble(Conversion::revenue).sum() * 100;
        return Math.rint(cents) / 100;
    }

    private static int items(List<Conversion> conversions) {
        return conversions.stream()
                .flatMap(one -> one.items().stream())
                .mapToInt(Conversion.Item::quantity)
                .sum();
    }
}
