package io.opalmind.sandbox.report;

import org.jspecify.annotations.Nullable;

/** The reports that a sandbox computes, by Matomo's method. */
public final class Reports {
    private Reports() {}

    /** The report of a method such as {@code Actions.getPageUrls}; null where it is not covered. */
    public static @Nullable Report find(String method) {
        return null;
    }
}
