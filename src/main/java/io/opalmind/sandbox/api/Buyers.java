package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which visits are those of returning customers: of visitors who ordered in an earlier one, or begin with an order. */
final class Buyers {
    private final Supplier<List<Visit>> history;
    private @Nullable Set<Long> numbers;

    /** @param history all visits of the sites in question; asked for once, and only where it has to be known */
    Buyers(Supplier<List<Visit>> history) {
        this.history = history;
    }

    /** Matomo's word for the visitor. */
    String type(Visit visit) {
        return !visit.returning() ? "new" : known().contains(visit.number()) ? "returningCustomer" : "returning";
    }

    private Set<Long> known() {
        Set<Long> found = numbers;
        if (found == null) {
            found = find();
            numbers = found;
        }
        return found;
    }

    private record Visitor(int site, String id) {}

    private Set<Long> find() {
        Set<Visitor> ordered = new HashSet<>();
        Set<Long> found = new HashSet<>();
        for (Visit visit : history.get()) {
            Visitor visitor = new Visitor(visit.site(), visit.visitorId());
            if (ordered.contains(visitor) || beginsWithOrder(visit)) {
                found.add(visit.number());
            }
            if (Traits.has(visit, conversion -> conversion.goal() == Conversion.ORDER)) {
                ordered.add(visitor);
            }
        }
        return found;
    }

    private static boolean beginsWithOrder(Visit visit) {
        return Traits.has(
                        visit,
                        conversion -> conversion.goal() == Conversion.ORDER
                                && conversion.time().equals(visit.firstAction()))
                && visit.actions().stream().noneMatch(action -> action.time().equals(visit.firstAction()));
    }
}
