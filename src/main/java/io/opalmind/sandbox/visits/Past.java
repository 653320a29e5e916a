package io.opalmind.sandbox.visits;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a visitor where a visit begins.
 *
 * @param visits before this one
 * @param returning whether Matomo counts the visitor as returning: known, or beginning with an order
 */
record Past(String visitorId, int visits, boolean returning) {
    static Past of(Visitor visitor, Hit hit, @Nullable OpenVisit last, long number) {
        boolean ordered = Texts.lineOrNull(hit.get("ec_id")) != null;
        if (last != null) {
            return new Past(last.visitorId(), last.count(), true);
        }
        String id = visitor.id() == null ? Visitor.hash(visitor.fingerprint() + number) : visitor.id();
        return new Past(id, 0, ordered);
    }
}
