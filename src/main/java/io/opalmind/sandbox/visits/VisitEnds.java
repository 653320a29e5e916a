package io.opalmind.sandbox.visits;

import org.jspecify.annotations.Nullable;

/** Where a visit began and ended. Searches are no pages, and hide them; events and downloads do not. */
public final class VisitEnds {
    private VisitEnds() {}

    /** Address of the first page; null for a visit without pages, or one that began with a search. */
    public static @Nullable String entry(Visit visit) {
        for (Action action : visit.actions()) {
            if (action.kind() == ActionKind.PAGEVIEW) {
                return action.url();
            }
            if (action.kind() == ActionKind.SITE_SEARCH) {
                return null;
            }
        }
        return null;
    }

    /** Address of the last page; null for a visit without pages, or one that ended with a search. */
    public static @Nullable String exit(Visit visit) {
        String page = null;
        for (Action action : visit.actions()) {
            if (action.kind() == ActionKind.PAGEVIEW) {
                page = action.url();
            } else if (action.kind() == ActionKind.SITE_SEARCH) {
                page = null;
            }
        }
        return page;
    }
}
