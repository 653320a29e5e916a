package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Matomo counts of visits that have something in common, on one day.
 *
 * @param length seconds
 */
record VisitFigures(
        int visitors, int users, int visits, int actions, int most, long length, int bounces, int converted) {
    static VisitFigures of(List<Visit> visits) {
        Set<String> visitors = new HashSet<>();
        Set<String> users = new HashSet<>();
        int actions = 0;
        int most = 0;
        long length = 0;
        int bounces = 0;
        int converted = 0;
        for (Visit visit : visits) {
            visitors.add(visit.visitorId());
            String user = visit.userId();
            if (user != null) {
                users.add(user);
            }
            actions += visit.interactions();
            most = Math.max(most, visit.interactions());
            length += visit.length();
            bounces += isBounce(visit) ? 1 : 0;
            converted += visit.isConverted() ? 1 : 0;
        }
        return new VisitFigures(
                visitors.size(), users.size(), visits.size(), actions, most, length, bounces, converted);
    }

    static boolean isBounce(Visit visit) {
        return visit.interactions() <= 1;
    }

    /** Adds them to a row as numbers. */
    void addTo(Row row) {
        addTo(row, row::add);
    }

    /** Adds them to a row as the database gives them, sums as text. */
    void addReadTo(Row row) {
        addTo(row, row::addRead);
    }

    private interface Sums {
        void add(String metric, double sum);
    }

    private void addTo(Row row, Sums sums) {
        row.add("nb_uniq_visitors", visitors);
        row.add("nb_visits", visits);
        sums.add("nb_actions", actions);
        row.add("nb_users", users);
        row.add("max_actions", most);
        sums.add("sum_visit_length", (double) length);
        sums.add("bounce_count", bounces);
        sums.add("nb_visits_converted", converted);
    }
}
