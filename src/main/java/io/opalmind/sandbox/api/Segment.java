package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks visits: all of the lists must hold, of each list one. */
record Segment(List<List<Condition>> groups) {
    /** All visits. */
    static final Segment NONE = new Segment(List.of());

    /** @param text as it stands in the request; null for all visits */
    static Segment of(@Nullable String text, Dimensions dimensions) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        List<List<Condition>> groups = new ArrayList<>();
        for (List<Written> any : Written.parse(text)) {
            groups.add(any.stream().map(dimensions::condition).toList());
        }
        checkRows(groups);
        return new Segment(groups);
    }

    /** A conversion is a row of its own, and what Matomo makes of two conditions on rows of two kinds is not known here. */
    private static void checkRows(List<List<Condition>> groups) {
        int conversions = count(groups, Condition.OfConversion.class);
        if (conversions > 1 || (conversions == 1 && count(groups, Condition.OfAction.class) > 0)) {
            throw Errors.notCovered(
                    "segments that join a converted goal with a condition on actions or on another goal");
        }
    }

    private static int count(List<List<Condition>> groups, Class<? extends Condition> kind) {
        return (int) groups.stream()
                .filter(any -> any.stream().anyMatch(kind::isInstance))
                .count();
    }

    boolean matches(Visit visit) {
        if (groups.isEmpty() || holds(visit, null)) {
            return true;
        }
        for (Action action : visit.actions()) {
            if (holds(visit, action)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Visit visit, @Nullable Action action) {
        for (List<Condition> any : groups) {
            if (any.stream().noneMatch(condition -> condition.holds(visit, action))) {
                return false;
            }
        }
        return true;
    }

    List<Visit> pick(List<Visit> visits) {
        return groups.isEmpty() ? visits : visits.stream().filter(this::matches).toList();
    }
}
