package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What Matomo looks at before it stores a hit, in the order of the recordings. */
final class HitCheck {
    private static final Duration OLD = Duration.ofHours(24);
    private static final String[] NEED_TOKEN = {"cip", "country", "region", "city", "lat", "long"};

    private final Set<String> goals = new HashSet<>();
    private volatile Predicate<Map<String, String>> poison = hit -> false;
    private volatile Predicate<Map<String, String>> refused = hit -> false;

    HitCheck(Recordings recordings) {
        for (JsonNode goal : recordings.goals()) {
            goals.add(goal.path("idsite").asText() + "/" + goal.path("idgoal").asText());
        }
    }

    void poison(Predicate<Map<String, String>> hits) {
        poison = hits;
    }

    void refuse(Predicate<Map<String, String>> hits) {
        refused = hits;
    }

    /**
     * @param token asked only where the hit needs one
     * @param orders the orders so far, as {@link #order} names them
     */
    HitVerdict verdict(Map<String, String> hit, Predicate<String> token, Instant now, Set<String> orders) {
        if (!"1".equals(hit.get("rec"))) {
            return HitVerdict.DROPPED;
        }
        String site = hit.getOrDefault("idsite", "");
        if (!Asker.ADMIN.mayView(site) || refused.test(hit)) {
            return HitVerdict.REFUSED;
        }
        if (poison.test(hit)) {
            return HitVerdict.POISON;
        }
        if (needsToken(hit, now) && !token.test(site)) {
            return HitVerdict.REFUSED;
        }
        return isIgnored(hit) ? HitVerdict.DROPPED : goal(hit, site, orders);
    }

    private HitVerdict goal(Map<String, String> hit, String site, Set<String> orders) {
        String goal = hit.getOrDefault("idgoal", "");
        if (goal.isEmpty()) {
            return HitVerdict.STORED;
        }
        if (goal.equals("0")) {
            String order = order(hit);
            return !order.isEmpty() && orders.contains(order) ? HitVerdict.REFUSED : HitVerdict.STORED;
        }
        if (!goals.contains(site + "/" + goal)) {
            return HitVerdict.REFUSED;
        }
        return "1".equals(hit.get("ca")) ? HitVerdict.POISON : HitVerdict.STORED;
    }

    /** An order by its site and id; "" where the hit is none. */
    static String order(Map<String, String> hit) {
        String id = hit.getOrDefault("ec_id", "");
        boolean order = "0".equals(hit.get("idgoal")) && !id.isEmpty();
        return order ? hit.get("idsite") + "/" + id : "";
    }

    private static boolean needsToken(Map<String, String> hit, Instant now) {
        for (String name : NEED_TOKEN) {
            if (!hit.getOrDefault(name, "").isEmpty()) {
                return true;
            }
        }
        return HitTime.of(hit, now).isBefore(now.minus(OLD));
    }

    private static boolean isIgnored(Map<String, String> hit) {
        for (String id : new String[] {"_id", "cid"}) {
            String value = hit.getOrDefault(id, "");
            if (!value.isEmpty() && !value.matches("[0-9a-fA-F]{16}")) {
                return true;
            }
        }
        if (hit.getOrDefault("e_c", "").isEmpty() != hit.getOrDefault("e_a", "").isEmpty()) {
            return true;
        }
        return !"1".equals(hit.get("bots")) && hit.getOrDefault("ua", "").matches("(?i).*(bot|crawler|spider).*");
    }
}
