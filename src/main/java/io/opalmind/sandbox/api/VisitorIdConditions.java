package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Visit;
import java.util.regex.Pattern;

/** Conditions on {@code visitorId}. */
final class VisitorIdConditions {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16}");

    private VisitorIdConditions() {}

    static Condition condition(Written written) {
        Operator operator = written.operator();
        if (!operator.isEquality() || written.value().isEmpty()) {
            throw written.notCovered();
        }
        if (!HEX.matcher(written.value()).matches()) {
            throw Errors.badValue("visitorId is expected to be a 16 hex char string");
        }
        return new Condition.OfVisit(
                (Visit visit) -> visit.visitorId().equals(written.value()) == (operator == Operator.EQUAL));
    }
}
