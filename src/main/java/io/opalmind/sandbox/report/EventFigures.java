package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Action.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Matomo counts of the events of one day that agree in category, action and name.
 *
 * @param name empty where none was sent
 * @param sum of the values that were sent
 */
record EventFigures(
        String category,
        String action,
        String name,
        int visitors,
        int visits,
        int events,
        int withValue,
        double sum,
        double least,
        double most) {
    private record Key(String category, String action, String name) {}

    private static final Comparator<EventFigures> MOST_VISITS_FIRST =
            Comparator.comparingInt((EventFigures group) -> -group.visits).thenComparing(EventFigures::name);

    /** The groups of a day, in the order in which Matomo adds them up. */
    static List<EventFigures> of(Day day) {
        Map<Key, List<Step>> groups = new LinkedHashMap<>();
        for (Step step : day.steps()) {
            Event event = step.action().event();
            if (event != null) {
                String name = event.name() == null ? "" : event.name();
                groups.computeIfAbsent(new Key(event.category(), event.action(), name), key -> new ArrayList<>())
                        .add(step);
            }
        }
        List<EventFigures> figures = new ArrayList<>();
        groups.forEach((key, steps) -> figures.add(of(key, steps)));
        figures.sort(MOST_VISITS_FIRST);
        return figures;
    }

    private static EventFigures of(Key key, List<Step> steps) {
        Set<String> visitors = new HashSet<>();
        Set<Long> visits = new HashSet<>();
        int withValue = 0;
        double sum = 0;
        double least = 0;
        double most = 0;
        for (Step step : steps) {
            visitors.add(step.visit().visitorId());
            visits.add(step.visit().number());
            Event event = step.action().event();
            Double value = event == null ? null : event.value();
            if (value != null) {
                sum += value;
                least = withValue == 0 ? value : Math.min(least, value);
                most = withValue == 0 ? value : Math.max(most, value);
                withValue++;
            }
        }
        return new EventFigures(
                key.category(),
                key.action(),
                key.name(),
                visitors.size(),
                visits.size(),
                steps.size(),
                withValue,
                Rounding.php(sum, 2),
                Rounding.php(least, 2),
                Rounding.php(most, 2));
    }

    void addTo(Row row) {
        row.add("nb_uniq_visitors", visitors);
        row.addRead("nb_visits", visits);
        row.addRead("nb_events", events);
        row.addRead("nb_events_with_value", withValue);
        row.add("sum_event_value", sum);
        row.add("min_event_value", least);
        row.add("max_event_value", most);
    }
}
