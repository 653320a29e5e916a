package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Visit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions on addresses of pages, which Matomo keeps without protocol and {@code www.}. */
final class AddressConditions {
    private static final Pattern PROTOCOL = Pattern.compile("^https?://(www\\.)?", Pattern.CASE_INSENSITIVE);

    private AddressConditions() {}

    static Condition ofAction(Written written) {
        return TextConditions.ofAction(
                written,
                bare(written.value()),
                action -> action.kind() == ActionKind.PAGEVIEW ? bare(action.url()) : null);
    }

    /** Of the page a visit began or ended with. */
    static Condition ofVisit(Written written, Function<Visit, @Nullable String> page) {
        TextConditions.refuseSizes(written);
        if (written.value().isEmpty()) {
            throw written.notCovered();
        }
        Operator operator = written.operator().positive();
        String wanted = bare(written.value());
        return new Condition.OfVisit(visit -> {
            String found = page.apply(visit);
            boolean holds = found != null && TextConditions.holds(bare(found), operator, wanted);
            return holds != written.operator().isNegative();
        });
    }

    private static String bare(String url) {
        return PROTOCOL.matcher(url).replaceFirst("");
    }
}
