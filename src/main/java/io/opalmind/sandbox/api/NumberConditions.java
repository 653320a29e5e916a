package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Conditions on numbers. */
final class NumberConditions {
    private NumberConditions() {}

    static Condition ofVisit(Written written, ToLongFunction<Visit> number) {
        double wanted = wanted(written);
        return new Condition.OfVisit(visit -> written.operator().holds((double) number.applyAsLong(visit), wanted));
    }

    /** Of one conversion; what it must not be, no conversion of the visit may be. */
    static Condition ofConversion(Written written, ToIntFunction<Conversion> number) {
        double wanted = wanted(written);
        Operator operator = written.operator().positive();
        Condition.OfConversion any = new Condition.OfConversion(
                visit -> Traits.has(visit, conversion -> operator.holds(number.applyAsInt(conversion), wanted)));
        return written.operator().isNegative()
                ? new Condition.OfVisit(visit -> !any.test().test(visit))
                : any;
    }

    private static double wanted(Written written) {
        Operator operator = written.operator();
        if (!operator.comparesSize() && !operator.isEquality()) {
            throw written.notCovered();
        }
        try {
            return Double.parseDouble(written.value());
        } catch (NumberFormatException noNumber) {
            throw written.notCovered();
        }
    }
}
