package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Visit;
import java.util.ArrayList;
import java.util.List;

/**
 * An action and how its visitor came to it.
 *
 * @param afterSearch whether the visitor came from a list of search results
 */
record Step(Visit visit, Action action, boolean afterSearch) {
    /** The actions of a visit, in order. */
    static List<Step> of(Visit visit) {
        List<Step> steps = new ArrayList<>(visit.actions().size());
        boolean search = false;
        for (Action action : visit.actions()) {
            steps.add(new Step(visit, action, search));
            if (action.kind() == ActionKind.PAGEVIEW) {
                search = false;
            } else if (action.kind() == ActionKind.SITE_SEARCH) {
                search = true;
            }
        }
        return steps;
    }

    boolean is(ActionKind kind) {
        return action.kind() == kind;
    }
}
