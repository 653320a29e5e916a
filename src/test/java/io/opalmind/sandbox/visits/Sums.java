package io.opalmind.sandbox.visits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Figures of some visits under Matomo's names, added up in the plainest way. */
final class Sums {
    private Sums() {}

    static Map<String, Number> visits(List<Visit> visits) {
        Map<String, Number> sums = new TreeMap<>();
        sums.put("nb_visits", visits.size());
        sums.put("nb_actions", visits.stream().mapToInt(Visit::interactions).sum());
        sums.put("sum_visit_length", visits.stream().mapToInt(Visit::length).sum());
        sums.put(
                "max_actions",
                visits.stream().mapToInt(Visit::interactions).max().orElse(0));
        sums.put("bounce_count", (int)
                visits.stream().filter(visit -> visit.interactions() <= 1).count());
        sums.put("nb_visits_converted", converted(visits, conversion -> !isCart(conversion)));
        return sums;
    }

    static int converted(List<Visit> visits, Predicate<Conversion> which) {
        return (int) visits.stream()
                .filter(visit -> visit.conversions().stream().anyMatch(which))
                .count();
    }

    static boolean isCart(Conversion conversion) {
        return conversion.goal() == Conversion.ABANDONED_CART;
    }

    static Map<String, Number> conversions(List<Visit> visits, Predicate<Conversion> which) {
        List<Conversion> all = visits.stream()
                .flatMap(visit -> visit.conversions().stream())
                .filter(which)
                .toList();
        Map<String, Number> sums = new TreeMap<>();
        sums.put("nb_conversions", all.size());
        sums.put("nb_visits_converted", converted(visits, which));
        sums.put("revenue", money(all.stream().mapToDouble(Conversion::revenue).sum()));
        return sums;
    }

    static Map<String, Number> purchases(List<Visit> visits, int goal) {
        Map<String, Number> sums = conversions(visits, conversion -> conversion.goal() == goal);
        List<Conversion> all = visits.stream()
                .flatMap(visit -> visit.conversions().stream())
                .filter(conversion -> conversion.goal() == goal)
                .toList();
        if (goal == Conversion.ORDER) {
            sums.put(
                    "revenue_subtotal",
                    money(all.stream().mapToDouble(Conversion::subtotal).sum()));
            sums.put(
                    "revenue_tax",
                    money(all.stream().mapToDouble(Conversion::tax).sum()));
            sums.put(
                    "revenue_shipping",
                    money(all.stream().mapToDouble(Conversion::shipping).sum()));
            sums.put(
                    "revenue_discount",
                    money(all.stream().mapToDouble(Conversion::discount).sum()));
        }
        sums.put(
                "items",
                all.stream()
                        .flatMap(conversion -> conversion.items().stream())
                        .mapToInt(Conversion.Item::quantity)
                        .sum());
        return sums;
    }

    static double money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    static Map<String, Number> actions(List<Visit> visits) {
        Map<String, Number> sums = new TreeMap<>();
        count(sums, visits, ActionKind.PAGEVIEW, "pageviews");
        count(sums, visits, ActionKind.DOWNLOAD, "downloads");
        count(sums, visits, ActionKind.OUTLINK, "outlinks");
        Set<String> keywords = new HashSet<>();
        int searches = 0;
        for (Visit visit : visits) {
            for (Action action : visit.actions()) {
                if (action.search() != null) {
                    searches++;
                    keywords.add(action.search().keyword().toLowerCase(Locale.ROOT));
                }
            }
        }
        sums.put("nb_searches", searches);
        sums.put("nb_keywords", keywords.size());
        return sums;
    }

    private static void count(Map<String, Number> sums, List<Visit> visits, ActionKind kind, String name) {
        int all = 0;
        int distinct = 0;
        for (Visit visit : visits) {
            Set<String> urls = new HashSet<>();
            for (Action action : visit.actions()) {
                if (action.kind() == kind) {
                    all++;
                    distinct += urls.add(action.url()) ? 1 : 0;
                }
            }
        }
        sums.put("nb_" + name, all);
        sums.put("nb_uniq_" + name, distinct);
    }
}
