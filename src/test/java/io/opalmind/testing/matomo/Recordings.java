package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One set of recordings, found by what they answer. Two sets are never mixed: they count different visits. */
final class Recordings {
    /** Facts about the server and its sites, not figures: the data set kept none of its own. */
    private static final Set<String> FACTS = Set.of(
            "API.getMatomoVersion",
            "API.getPiwikVersion",
            "API.getReportMetadata",
            "API.getSegmentsMetadata",
            "SitesManager.getSiteFromId",
            "SitesManager.getSitesWithAtLeastViewAccess",
            "SitesManager.getPatternMatchSites");

    private static final class Shop {
        static final Recordings SET = new Recordings(RecordingFiles.exchanges("matomo-5.0.2"));
    }

    private static final class Dataset {
        static final Recordings SET = new Recordings(load());

        private static List<Recording> load() {
            List<Recording> all = new ArrayList<>(RecordingFiles.reports("matomo-dataset/reports"));
            all.addAll(RecordingFiles.exchanges("matomo-dataset/exchanges"));
            for (Recording fact : Shop.SET.all) {
                if (FACTS.contains(fact.key().method())) {
                    all.add(fact);
                }
            }
            return all;
        }
    }

    private final List<Recording> all;
    private final Map<RequestKey, List<Recording>> byKey = new HashMap<>();
    private final Set<String> plugins = new HashSet<>();

    private Recordings(List<Recording> all) {
        this.all = List.copyOf(all);
        for (Recording recording : all) {
            byKey.computeIfAbsent(recording.key(), key -> new ArrayList<>()).add(recording);
            if (!recording.isError()) {
                plugins.add(plugin(recording.key().method()));
            }
        }
        for (JsonNode report : first("API.getReportMetadata")) {
            plugins.add(report.path("module").asText());
        }
    }

    /** The shop and the blog of {@code matomo-5.0.2/}. */
    static Recordings shop() {
        return Shop.SET;
    }

    /** The answers of {@code matomo-dataset/}. */
    static Recordings dataset() {
        return Dataset.SET;
    }

    static String plugin(String method) {
        int dot = method.indexOf('.');
        return dot < 0 ? method : method.substring(0, dot);
    }

    List<Recording> all() {
        return all;
    }

    boolean knowsPlugin(String plugin) {
        return plugins.contains(plugin);
    }

    /** All recordings of one method. */
    List<Recording> of(String method) {
        return all.stream().filter(one -> one.key().method().equals(method)).toList();
    }

    /** The body of the first recording of a method, an empty array where there is none. */
    JsonNode first(String method) {
        List<Recording> found = of(method);
        return found.isEmpty() ? Json.NODES.arrayNode() : found.get(0).body();
    }

    /** The goals of all sites, from the recording that has most of them. */
    JsonNode goals() {
        JsonNode most = Json.NODES.arrayNode();
        for (Recording one : of("Goals.getGoals")) {
            most = one.body().isArray() && one.body().size() > most.size() ? one.body() : most;
        }
        return most;
    }

    /** The recording that answers exactly this, rows cut and sorted the same way. */
    @Nullable
    Recording exactly(Map<String, String> asked, Asker asker) {
        Map<String, String> cut = RowFilter.asked(asked);
        for (Recording one : byKey.getOrDefault(RequestKey.of(asked), List.of())) {
            if (one.asker() == asker && one.cut().equals(cut)) {
                return one;
            }
        }
        return null;
    }

    /** The recording with most rows for this question, in Matomo's own order of rows. */
    @Nullable
    Recording longest(RequestKey key) {
        Recording longest = null;
        for (Recording one : byKey.getOrDefault(key, List.of())) {
            boolean plain = one.asker() == Asker.ADMIN
                    && Set.of("filter_limit").containsAll(one.cut().keySet());
            if (plain && (longest == null || RowFilter.rows(one.body()) > RowFilter.rows(longest.body()))) {
                longest = one;
            }
        }
        return longest;
    }
}
