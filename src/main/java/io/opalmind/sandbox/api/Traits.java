package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.util.function.Predicate;

/** What Matomo says of a visit beyond its record: the visits log and segments agree on it. */
final class Traits {
    private Traits() {}

    /** {@code none}, {@code ordered}, {@code abandonedCart} or {@code orderedThenAbandonedCart}. */
    static String ecommerceStatus(Visit visit) {
        boolean ordered = has(visit, conversion -> conversion.goal() == Conversion.ORDER);
        boolean left = has(visit, conversion -> conversion.goal() == Conversion.ABANDONED_CART);
        return left ? ordered ? "orderedThenAbandonedCart" : "abandonedCart" : ordered ? "ordered" : "none";
    }

    static boolean has(Visit visit, Predicate<Conversion> wanted) {
        return visit.conversions().stream().anyMatch(wanted);
    }

    static int count(Visit visit, ActionKind kind) {
        return (int)
                visit.actions().stream().filter(action -> action.kind() == kind).count();
    }

    /** Pages and searches: Matomo's {@code interactions}. */
    static int interactions(Visit visit) {
        return (int) visit.actions().stream().filter(Traits::isInteraction).count();
    }

    static boolean isInteraction(Action action) {
        return action.kind() == ActionKind.PAGEVIEW || action.kind() == ActionKind.SITE_SEARCH;
    }
}
