package io.opalmind.sandbox.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The actions of a visit in the order of their arrival, and the time spent on its pages. */
final class ActionTrail {
    private static final int NONE = -1;

    private final List<Action> actions = new ArrayList<>(2);
    private int interactions;
    private int pages;
    private int current = NONE;

    /** @param last action, conversion or page of the visit before this one; null where it is the first */
    void add(Action action, @Nullable Instant last) {
        if (current != NONE && last != null && action.kind() != ActionKind.EVENT) {
            long seconds = Duration.between(last, action.time()).toSeconds();
            long spent = Math.min(Math.max(0, seconds), OpenVisit.PAUSE.toSeconds());
            actions.set(current, actions.get(current).spent(spent));
        }
        if (action.kind() == ActionKind.PAGEVIEW) {
            current = actions.size();
            pages++;
        } else if (action.kind() == ActionKind.SITE_SEARCH) {
            current = NONE;
        }
        interactions += action.kind() == ActionKind.CONTENT ? 0 : 1;
        actions.add(action);
    }

    int interactions() {
        return interactions;
    }

    int pages() {
        return pages;
    }

    List<Action> all() {
        return List.copyOf(actions);
    }
}
