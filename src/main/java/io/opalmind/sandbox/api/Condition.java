package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.Visit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a segment asks of a visit. */
interface Condition {
    /**
     * Whether it holds.
     *
     * @param action the one that the other conditions on actions look at as well; null for a visit without any
     */
    boolean holds(Visit visit, @Nullable Action action);

    /** Of the visit as a whole. */
    record OfVisit(Predicate<Visit> test) implements Condition {
        @Override
        public boolean holds(Visit visit, @Nullable Action action) {
            return test.test(visit);
        }
    }

    /** Of one action: conditions that are joined by a semicolon must hold for the same one, as in Matomo. */
    record OfAction(Predicate<Action> test) implements Condition {
        @Override
        public boolean holds(Visit visit, @Nullable Action action) {
            return action != null && test.test(action);
        }
    }

    /** Of one conversion of the visit. */
    record OfConversion(Predicate<Visit> test) implements Condition {
        @Override
        public boolean holds(Visit visit, @Nullable Action action) {
            return test.test(visit);
        }
    }
}
