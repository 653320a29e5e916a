package io.opalmind.matomo;

import org.jspecify.annotations.Nullable;

/**
 * One question: a report of one site over a time.
 *
 * @param siteId 1 or more
 * @param period {@code day}, {@code week}, {@code month}, {@code year} or {@code range}
 * @param date as Matomo takes it: {@code today}, {@code 2026-11-24}, {@code last7}, {@code 2026-11-01,2026-11-24}
 * @param segment Matomo's segment expression, or null
 * @param limit rows at the most, {@link #ALL}, or null where the user said nothing: then {@link #DEFAULT_LIMIT}
 * @param sort the column that Matomo sorts by, {@code nb_hits} or {@code nb_hits:asc}, or null for its own order
 */
public record ReportQuery(
        ReportName report,
        long siteId,
        String period,
        String date,
        @Nullable String segment,
        @Nullable Integer limit,
        @Nullable String sort,
        ReportFilters filters) {
    /** The limit that stands for every row. */
    public static final int ALL = -1;

    /** The SDK's. */
    public static final int DEFAULT_LIMIT = 10;

    /** Rows at the most, or {@link #ALL}. */
    public int rowLimit() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /**
     * Whether Matomo answers with several dates: {@code last7}, {@code previous4} and {@code A,B}, save for a range,
     * which is one period whatever its dates.
     */
    public boolean isSeries() {
        if (period.equals("range")) {
            return false;
        }
        return date.indexOf(',') >= 0 || counts("last") || counts("previous");
    }

    private boolean counts(String word) {
        if (!date.startsWith(word)) {
            return false;
        }
        for (int i = word.length(); i < date.length(); i++) {
            if (!Character.isDigit(date.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The column of {@link #sort} without its direction, or null. */
    public @Nullable String sortColumn() {
        return sort == null || !sort.endsWith(":asc") ? sort : sort.substring(0, sort.length() - 4);
    }
}
