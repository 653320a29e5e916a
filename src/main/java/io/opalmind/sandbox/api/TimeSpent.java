package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long a page was looked at, as the visits log counts it. */
final class TimeSpent {
    /** Seconds at the end of a visit that Matomo does not believe. */
    private static final int TRUSTED = 10;

    private TimeSpent() {}

    /**
     * Seconds until the next page, without those that passed before a conversion: Matomo counts an action's from what came before
     * it. Of the last page, until the end of the visit.
     */
    static int on(Action page, Visit visit) {
        long spent = 0;
        Instant before = page.time();
        for (Step step : steps(visit)) {
            if (step.time().isAfter(page.time())) {
                spent += step.isAction() ? step.time().getEpochSecond() - before.getEpochSecond() : 0;
                before = step.time();
                if (step.isPage()) {
                    return Math.toIntExact(spent);
                }
            }
        }
        long rest = visit.length()
                - (page.time().getEpochSecond() - visit.firstAction().getEpochSecond());
        return Math.toIntExact(rest > TRUSTED ? rest : spent);
    }

    private record Step(Instant time, boolean isAction, boolean isPage) {}

    private static List<Step> steps(Visit visit) {
        List<Step> steps = new ArrayList<>();
        visit.actions()
                .forEach(action -> steps.add(new Step(action.time(), true, action.kind() == ActionKind.PAGEVIEW)));
        visit.conversions().forEach(conversion -> steps.add(new Step(conversion.time(), false, false)));
        steps.sort(Comparator.comparing(Step::time));
        return steps;
    }
}
