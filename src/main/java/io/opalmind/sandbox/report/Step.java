package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action and how its visitor came to it.
 *
 * @param pageBefore address of the page the visitor was on; null on none, and after a search, which is no page
 * @param afterSearch whether the visitor came from a list of search results
 * @param secondsBefore since the visitor was heard of before
 */
record Step(Visit visit, Action action, @Nullable String pageBefore, boolean afterSearch, int secondsBefore) {
    /** The actions of a visit, in order. */
    static List<Step> of(Visit visit) {
        List<Step> steps = new ArrayList<>(visit.actions().size());
        String page = null;
        boolean search = false;
        int seconds = 0;
        for (Action action : visit.actions()) {
            steps.add(new Step(visit, action, page, search, seconds));
            if (action.kind() == ActionKind.PAGEVIEW) {
                page = action.url();
                search = false;
            } else if (action.kind() == ActionKind.SITE_SEARCH) {
                page = null;
                search = true;
            }
            seconds = action.timeSpent();
        }
        return steps;
    }

    boolean is(ActionKind kind) {
        return action.kind() == kind;
    }
}
