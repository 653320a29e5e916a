package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.Visit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions on texts. */
final class TextConditions {
    private TextConditions() {}

    /** Of a text that a visit has once; where it has none, what it must not be holds. */
    static Condition ofVisit(Written written, Function<Visit, @Nullable String> text) {
        refuseSizes(written);
        return new Condition.OfVisit(visit -> {
            String value = text.apply(visit);
            if (written.value().isEmpty()) {
                return isEmpty(value) == (written.operator() == Operator.EQUAL);
            }
            return value == null
                    ? written.operator().isNegative()
                    : Collation.holds(value, written.operator(), written.value());
        });
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty() || value.equals("0");
    }

    /** Of a text that actions have. */
    static Condition ofAction(Written written, Function<Action, @Nullable String> text) {
        return ofAction(written, written.value(), text);
    }

    /**
     * The same with the value made ready. An action's text is equal only to the letter. What it must not be, no action of the
     * visit may be.
     */
    static Condition ofAction(Written written, String wanted, Function<Action, @Nullable String> text) {
        refuseSizes(written);
        if (written.value().isEmpty()) {
            throw written.notCovered();
        }
        Operator operator = written.operator().positive();
        Predicate<Action> test = action -> {
            String value = text.apply(action);
            return value != null && holds(value, operator, wanted);
        };
        return written.operator().isNegative()
                ? new Condition.OfVisit(visit -> visit.actions().stream().noneMatch(test))
                : new Condition.OfAction(test);
    }

    static boolean holds(String value, Operator operator, String wanted) {
        return operator == Operator.EQUAL ? value.equals(wanted) : Collation.holds(value, operator, wanted);
    }

    static void refuseSizes(Written written) {
        if (written.operator().comparesSize()) {
            throw written.notCovered();
        }
    }
}
