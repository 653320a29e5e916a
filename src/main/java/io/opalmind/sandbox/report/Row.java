package io.opalmind.sandbox.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a report while it is added up: figures, and those of each goal. */
final class Row {
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Double>> goals = new LinkedHashMap<>();
    private final Set<String> untouched = new HashSet<>();
    private @Nullable String url;
    private double urlHits;

    /** Adds a figure that Matomo's code has made a number. */
    void add(String metric, double value) {
        metrics.merge(metric, value, (one, other) -> Merge.of(metric, one, other));
        untouched.remove(metric);
    }

    /** Adds a figure as the database gave it: it stays text unless something is added to it. */
    void addRead(String metric, double value) {
        boolean first = !metrics.containsKey(metric);
        add(metric, value);
        if (first) {
            untouched.add(metric);
        }
    }

    /** Adds a figure of one goal. */
    void addGoal(int goal, String metric, double value) {
        goals.computeIfAbsent(goal, id -> new LinkedHashMap<>()).merge(metric, value, Double::sum);
    }

    /** Makes a figure of one goal at least this. */
    void raiseGoal(int goal, String metric, double value) {
        goals.computeIfAbsent(goal, id -> new LinkedHashMap<>()).merge(metric, value, Math::max);
    }

    /** Sets a figure of one goal. */
    void setGoal(int goal, String metric, double value) {
        goals.computeIfAbsent(goal, id -> new LinkedHashMap<>()).put(metric, value);
    }

    /** Offers the address of the row; the one with the most hits stays. */
    void offerUrl(String address, double hits) {
        if (url == null || hits > urlHits) {
            url = address;
            urlHits = hits;
        }
    }

    /** Adds another period's row. */
    void absorb(Row other) {
        other.metrics.forEach(this::add);
        other.goals.forEach((goal, figures) -> figures.forEach((metric, value) -> addGoal(goal, metric, value)));
        if (other.url != null) {
            offerUrl(other.url, other.urlHits);
        }
    }

    /** A figure; 0 where the row has none. */
    double get(String metric) {
        return metrics.getOrDefault(metric, 0.0);
    }

    boolean has(String metric) {
        return metrics.containsKey(metric);
    }

    /** Whether a figure is text: read from the database and never added to. */
    boolean isRead(String metric) {
        return untouched.contains(metric);
    }

    Map<String, Double> metrics() {
        return metrics;
    }

    Map<Integer, Map<String, Double>> goals() {
        return goals;
    }

    @Nullable
    String url() {
        return url;
    }
}
