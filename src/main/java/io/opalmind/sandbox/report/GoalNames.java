package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Conversion;
import org.jspecify.annotations.Nullable;

/** What Matomo calls goals in requests and answers: by their numbers, orders and carts by names. */
final class GoalNames {
    private static final String ORDER = "ecommerceOrder";
    private static final String ABANDONED_CART = "ecommerceAbandonedCart";

    private GoalNames() {}

    static String of(int goal) {
        return switch (goal) {
            case Conversion.ORDER -> ORDER;
            case Conversion.ABANDONED_CART -> ABANDONED_CART;
            default -> Integer.toString(goal);
        };
    }

    /** The number of a goal; null for all. One that does not exist has zeros. */
    static @Nullable Integer number(@Nullable String goal) {
        if (goal == null || goal.isEmpty()) {
            return null;
        }
        return switch (goal) {
            case ORDER -> Conversion.ORDER;
            case ABANDONED_CART -> Conversion.ABANDONED_CART;
            default -> parsed(goal);
        };
    }

    private static int parsed(String goal) {
        try {
            return Integer.parseInt(goal);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
