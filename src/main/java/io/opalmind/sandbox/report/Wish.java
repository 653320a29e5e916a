package io.opalmind.sandbox.report;

import org.jspecify.annotations.Nullable;

/**
 * What a request wants of a report beside site, period and segment.
 *
 * @param flat {@code flat=1}
 * @param formatted percentages as {@code "34%"}, as Matomo answers where {@code format_metrics} is not 0
 * @param goal {@code idGoal}: null for all, else a number, {@code ecommerceOrder} or {@code ecommerceAbandonedCart}
 */
public record Wish(
        boolean flat, boolean formatted, @Nullable String goal) {}
