package io.opalmind.sandbox.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a report while it is added up: figures, and those of each goal, in the order in which they came. */
final class Row {
    /** Where the figures of goals stand among the others. */
    static final String GOALS = "goals";

    private static final List<String> OF_ONE_DAY =
            List.of("nb_uniq_visitors", "nb_users", "entry_nb_uniq_visitors", "exit_nb_uniq_visitors");

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Double> metrics = new HashMap<>();
    private final Map<Integer, Map<String, Double>> goals = new LinkedHashMap<>();
    private final Set<String> untouched = new HashSet<>();
    private @Nullable String url;
    private double urlHits;

    /** Adds a figure that Matomo's code has made a number. */
    void add(String metric, double value) {
        names.add(metric);
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
        goal(goal).merge(metric, value, Double::sum);
    }

    /** Makes a figure of one goal at least this. */
    void raiseGoal(int goal, String metric, double value) {
        goal(goal).merge(metric, value, Math::max);
    }

    /** Sets a figure of one goal. */
    void setGoal(int goal, String metric, double value) {
        goal(goal).put(metric, value);
    }

    private Map<String, Double> goal(int goal) {
        names.add(GOALS);
        return goals.computeIfAbsent(goal, id -> new LinkedHashMap<>());
    }

    /** Gives figures that are not added up over days, as visitors may come back, the name that tells so. */
    void nameDaily() {
        for (String name : OF_ONE_DAY) {
            Double value = metrics.remove(name);
            if (value != null) {
                names.remove(name);
                add("sum_daily_" + name, value);
            }
        }
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
        for (String name : other.names) {
            Double value = other.metrics.get(name);
            if (value != null) {
                add(name, value);
            } else {
                other.goals.forEach((goal, figures) -> figures.forEach((metric, sum) -> addGoal(goal, metric, sum)));
            }
        }
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

    /** The names of its figures, {@link #GOALS} for those of goals. */
    Set<String> names() {
        return names;
    }

    Map<Integer, Map<String, Double>> goals() {
        return goals;
    }

    @Nullable
    String url() {
        return url;
    }
}
