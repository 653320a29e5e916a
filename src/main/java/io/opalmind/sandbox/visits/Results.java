package io.opalmind.sandbox.visits;

import java.util.ArrayList;
import java.util.List;

/** What a visit converted: each goal once, any number of orders, and at most one cart, which an order empties. */
final class Results {
    private final List<Conversion> conversions = new ArrayList<>(0);

    void add(Conversion conversion) {
        if (conversion.goal() <= Conversion.ORDER) {
            conversions.removeIf(other -> other.goal() == Conversion.ABANDONED_CART);
            conversions.add(conversion);
        } else if (conversions.stream().noneMatch(other -> other.goal() == conversion.goal())) {
            conversions.add(conversion);
        }
    }

    List<Conversion> all() {
        return List.copyOf(conversions);
    }
}
