package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code Live.getLastVisitsDetails} from the hits that were stored, once there are any or a test says so. */
final class VisitsLog {
    static final String METHOD = "Live.getLastVisitsDetails";

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final HitLog log;
    private final JsonNode sites;
    private final JsonNode goals;
    private final Supplier<Instant> now;
    private volatile boolean on;

    VisitsLog(HitLog log, Recordings recordings, Supplier<Instant> now) {
        this.log = log;
        this.sites = recordings.first("SitesManager.getSitesWithAtLeastViewAccess");
        this.goals = recordings.goals();
        this.now = now;
    }

    void switchOn() {
        on = true;
    }

    boolean answers(String method) {
        return method.equals(METHOD) && (on || !log.isEmpty());
    }

    Found answer(Map<String, String> params, Asker asker) {
        String asked = params.getOrDefault("idSite", "");
        List<String> ids = asked.equals("all")
                ? asker.sites()
                : List.of(asked.replace(" ", "").split(","));
        List<Visit> found = new ArrayList<>();
        for (String site : ids) {
            found.addAll(find(site, params));
        }
        Comparator<Visit> byTime = Comparator.comparing(Visit::last).thenComparing(Visit::id);
        found.sort("asc".equals(params.get("filter_sort_order")) ? byTime : byTime.reversed());
        int from = Math.min(found.size(), number(params, "filter_offset", 0));
        int limit = number(params, "filter_limit", 100);
        int to = limit < 0 ? found.size() : Math.min(found.size(), from + limit);
        ArrayNode visits = Json.NODES.arrayNode();
        found.subList(from, to).forEach(visit -> visits.add(details(visit)));
        return Found.derived(visits, "the hits");
    }

    private List<Visit> find(String site, Map<String, String> params) {
        String visitor = null;
        String user = null;
        for (String condition :
                QueryString.decode(params.getOrDefault("segment", "")).split(";")) {
            if (condition.startsWith("visitorId==")) {
                visitor = condition.substring("visitorId==".length());
            } else if (condition.startsWith("userId==")) {
                user = QueryString.decode(condition.substring("userId==".length()));
            } else if (!condition.isEmpty()) {
                throw new IllegalArgumentException("no segment for tracked visits: " + condition);
            }
        }
        if (visitor != null && user != null && !visitor.equals(Visit.hash(user))) {
            return List.of();
        }
        VisitSpan span = VisitSpan.of(params, zone(site), now.get());
        return log.visits(site, user == null ? visitor : Visit.hash(user)).stream()
                .filter(span::holds)
                .toList();
    }

    private static int number(Map<String, String> params, String name, int otherwise) {
        String text = params.getOrDefault(name, "");
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private ZoneId zone(String site) {
        return ZoneId.of(site(site).path("timezone").asText("UTC"));
    }

    private JsonNode site(String id) {
        for (JsonNode site : sites) {
            if (site.path("idsite").asText().equals(id)) {
                return site;
            }
        }
        return Json.NODES.objectNode();
    }

    private ObjectNode details(Visit visit) {
        ActionDetails details = new ActionDetails(visit.site(), goals);
        List<StoredHit> hits = new ArrayList<>(visit.hits());
        hits.sort(Comparator.comparing(StoredHit::at));
        hits.forEach(details::add);
        ObjectNode json = Json.NODES.objectNode();
        json.put("idSite", Integer.parseInt(visit.site())).put("idVisit", visit.id());
        json.put("visitIp", last(hits, "cip")).put("visitorId", visit.visitor());
        json.set("actionDetails", details.actions());
        counts(json, details.actions());
        times(json, visit);
        json.put("siteName", site(visit.site()).path("name").asText());
        json.put("siteCurrency", site(visit.site()).path("currency").asText());
        json.put("userId", last(hits, "uid")).put("referrerUrl", last(hits, "urlref"));
        json.put("countryCode", last(hits, "country")).put("regionCode", last(hits, "region"));
        json.put("city", last(hits, "city")).put("latitude", last(hits, "lat"));
        json.put("longitude", last(hits, "long")).put("resolution", last(hits, "res"));
        return json;
    }

    private static void counts(ObjectNode json, ArrayNode actions) {
        json.put("goalConversions", count(actions, "goal"));
        json.put("searches", count(actions, "search")).put("events", count(actions, "event"));
        int purchases = count(actions, "ecommerceOrder");
        json.put("totalEcommerceConversions", purchases);
        json.put("totalAbandonedCarts", count(actions, "ecommerceAbandonedCart"));
        json.put(
                "actions",
                actions.size() - purchases - count(actions, "ecommerceAbandonedCart") - count(actions, "goal"));
    }

    private static int count(ArrayNode actions, String type) {
        int count = 0;
        for (JsonNode action : actions) {
            count += action.path("type").asText().equals(type) ? 1 : 0;
        }
        return count;
    }

    private void times(ObjectNode json, Visit visit) {
        ZonedDateTime last = visit.last().atZone(zone(visit.site()));
        long epoch = visit.last().getEpochSecond();
        json.put("serverDate", last.toLocalDate().toString());
        json.put("lastActionTimestamp", epoch).put("lastActionDateTime", last.format(DATE_TIME));
        json.put("serverTimestamp", epoch);
        json.put("firstActionTimestamp", visit.first().getEpochSecond());
        json.put("visitDuration", epoch - visit.first().getEpochSecond());
    }

    private static @Nullable String last(List<StoredHit> hits, String name) {
        for (int i = hits.size() - 1; i >= 0; i--) {
            String value = hits.get(i).get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
