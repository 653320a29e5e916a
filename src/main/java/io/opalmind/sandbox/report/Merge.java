package io.opalmind.sandbox.report;

/** How two figures of one name become one. */
final class Merge {
    private Merge() {}

    /** What becomes of a figure when days or groups are put together. */
    static double of(String metric, double one, double other) {
        return switch (metric) {
            case "max_actions", "max_event_value" -> Math.max(one, other);
            case "min_event_value" -> smallest(one, other);
            default -> one + other;
        };
    }

    /** Matomo takes a 0 for a value that is missing. */
    private static double smallest(double one, double other) {
        if (one == 0) {
            return other;
        }
        return other == 0 ? one : Math.min(one, other);
    }
}
