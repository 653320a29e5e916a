package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Devices;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on what is one of a few words.
 *
 * @param fault what is said of another word, with {@code %s} for it; null where that is not known of Matomo
 */
record Choices(List<String> words, @Nullable String fault) {
    static final Choices VISITOR_TYPES = new Choices(List.of("new", "returning", "returningCustomer"), null);

    static final Choices REFERRER_TYPES = new Choices(
            List.of("direct", "search", "website", "campaign", "social"), "Referrer type '%s' is not valid.");

    static final Choices ECOMMERCE_STATUS = new Choices(
            List.of("none", "ordered", "abandonedCart", "orderedThenAbandonedCart"),
            "Invalid 'log_visit.visit_goal_buyer' segment value %s");

    static final Choices DEVICE_TYPES = new Choices(
            Devices.TYPES.stream().map(type -> type.toLowerCase(Locale.ROOT)).toList(),
            "Invalid 'log_visit.config_device_type' segment value %s");

    Condition condition(Written written, Function<Visit, String> word) {
        Operator operator = written.operator();
        if (!operator.isEquality() || written.value().isEmpty()) {
            throw written.notCovered();
        }
        String wanted = find(written);
        return new Condition.OfVisit(
                visit -> word.apply(visit).equalsIgnoreCase(wanted) == (operator == Operator.EQUAL));
    }

    private String find(Written written) {
        for (String word : words) {
            if (word.equals(written.value())
                    || word.equals(written.value().strip().toLowerCase(Locale.ROOT))) {
                return word;
            }
        }
        throw fault == null
                ? Errors.notCovered(
                        "segments with " + written.name() + written.operator().sign() + written.value())
                : Errors.badValue(fault.replace("%s", written.value()));
    }
}
