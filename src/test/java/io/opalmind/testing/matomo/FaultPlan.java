package io.opalmind.testing.matomo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which fault befalls which request: those for the next ones first, then those for some, then the one for all. */
final class FaultPlan {
    private record Condition(Predicate<MatomoRequest> when, Fault fault) {}

    private final Deque<Fault> next = new ArrayDeque<>();
    private final List<Condition> conditions = new ArrayList<>();
    private @Nullable Fault always;

    synchronized void next(int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            next.add(fault);
        }
    }

    synchronized void when(Predicate<MatomoRequest> when, Fault fault) {
        conditions.add(new Condition(when, fault));
    }

    synchronized void always(Fault fault) {
        always = fault;
    }

    synchronized void heal() {
        next.clear();
        conditions.clear();
        always = null;
    }

    /** Whether a connection that has just been made is to be closed at once; that uses the fault up. */
    synchronized boolean drawUnread() {
        if (!next.isEmpty()) {
            boolean unread = next.element().isUnread();
            if (unread) {
                next.remove();
            }
            return unread;
        }
        return always != null && always.isUnread();
    }

    synchronized @Nullable Fault draw(MatomoRequest asked) {
        if (!next.isEmpty()) {
            return next.remove();
        }
        for (Condition condition : conditions) {
            if (condition.when().test(asked)) {
                return condition.fault();
            }
        }
        return always;
    }
}
