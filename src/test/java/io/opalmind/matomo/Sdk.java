package io.opalmind.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.testing.matomo.FakeMatomo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the TypeScript SDK answered and kept for site 1, and the queries of ours that are the same questions. */
final class Sdk {
    private static final String PREFIX = "opalmind:cache:";

    /**
     * What Matomo was asked once more, after some further hits, for the recordings: by result, row and member. All else
     * is the same in both.
     */
    private static final String LATER = """
            {"eventCategories": {"9": {"nb_events": 1, "nb_events_with_value": 1}},
             "topReferrers": {"1": {"nb_actions": 3043, "max_actions": 24, "sum_visit_length": 275435}},
             "deviceTypes": {"3": {"nb_actions": 21, "max_actions": 21, "sum_visit_length": 192}},
             "keyNumbersSeries": {"6": {"nb_actions": 260, "max_actions": 21, "sum_visit_length": 18073,
                                        "nb_actions_per_visit": 3.5, "avg_time_on_site": 244}}}
            """;

    /** By the name of its result in sdk-results.json. */
    static final Map<String, Ask> QUERIES = queries();

    private Sdk() {}

    private static Map<String, Ask> queries() {
        Map<String, Ask> queries = new LinkedHashMap<>();
        queries.put("keyNumbers", Ask.of(ReportName.KEY_NUMBERS).time("day", "yesterday"));
        queries.put("keyNumbersSeries", Ask.of(ReportName.KEY_NUMBERS_SERIES).time("day", "last7"));
        queries.put("popularUrls", Ask.of(ReportName.POPULAR_URLS).limit(5));
        queries.put("popularUrlsNoLimit", Ask.of(ReportName.POPULAR_URLS));
        queries.put("topReferrers", Ask.of(ReportName.TOP_REFERRERS));
        queries.put("entryPages", Ask.of(ReportName.ENTRY_PAGES).limit(3));
        queries.put("campaigns", Ask.of(ReportName.CAMPAIGNS));
        queries.put("ecommerceOverview", Ask.of(ReportName.ECOMMERCE_OVERVIEW));
        queries.put(
                "ecommerceRevenue",
                Ask.of(ReportName.ECOMMERCE_REVENUE_TOTALS).time("day", "last7").withSeries());
        queries.put("eventCategories", Ask.of(ReportName.EVENT_CATEGORIES));
        queries.put("events", Ask.of(ReportName.EVENTS).events("CTA", null, null));
        queries.put("deviceTypes", Ask.of(ReportName.DEVICE_TYPES).segment("visitCount>=1"));
        queries.put("trafficChannels", Ask.of(ReportName.TRAFFIC_CHANNELS).channel("search"));
        return queries;
    }

    /** The query whose record stands under that key; the funnel's among them, which only a cache can answer. */
    static Ask query(String key) {
        if (key.contains("\"funnelSummary\"")) {
            return Ask.of(ReportName.FUNNEL_SUMMARY).funnel("1");
        }
        for (Ask ask : QUERIES.values()) {
            if (key.equals(key(ask))) {
                return ask;
            }
        }
        throw new AssertionError("No query has the SDK's key " + key);
    }

    static String key(Ask ask) {
        ReportQuery query = ask.query();
        return CacheKey.of(io.opalmind.matomo.report.Reports.of(query.report()).feature(query), query);
    }

    static JsonNode result(String name) {
        return atRecording(name, Objects.requireNonNull(read("sdk-results.json").get(name), name));
    }

    /** The value with the figures of the time when the recordings were made. */
    static JsonNode atRecording(String name, JsonNode value) {
        try {
            for (Map.Entry<String, JsonNode> row :
                    Client.MAPPER.readTree(LATER).path(name).properties()) {
                ObjectNode old = (ObjectNode) value.get(Integer.parseInt(row.getKey()));
                row.getValue().properties().forEach(member -> old.replace(member.getKey(), member.getValue()));
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scripts for what was asked with parameters that were not recorded, and that changed nothing of the answer. */
    static void scriptUnrecorded(FakeMatomo matomo) {
        matomo.on("Events.getAction", params -> rows("events-action.range-last30", params));
        matomo.on("DevicesDetection.getType", params -> rows("device-types.range-last30", params));
    }

    /** The first rows of a recorded table, as many as are asked for. */
    static String rows(String recording, Map<String, String> params) {
        ArrayNode rows = (ArrayNode) resource("/matomo-5.0.2/" + recording + ".body.json");
        int limit = Integer.parseInt(params.getOrDefault("filter_limit", "100"));
        while (limit >= 0 && rows.size() > limit) {
            rows.remove(rows.size() - 1);
        }
        return rows.toString();
    }

    /** The cache's records by key, the prefix taken off; without goalConversions, which we do better. */
    static Map<String, String> records() {
        Map<String, String> records = new LinkedHashMap<>();
        for (JsonNode entry : read("redis-keys.json")) {
            String key = entry.get("key").textValue();
            if (key.startsWith(PREFIX) && !key.contains("\"goalConversions\"")) {
                records.put(key.substring(PREFIX.length()), entry.get("value").textValue());
            }
        }
        return records;
    }

    static JsonNode read(String file) {
        return resource("/opalmind-ts-redis/" + file);
    }

    static JsonNode resource(String path) {
        try (InputStream in = Objects.requireNonNull(Sdk.class.getResourceAsStream(path), path)) {
            return Client.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
