package io.opalmind.sandbox;

import io.opalmind.sandbox.Filled.Fault;
import io.opalmind.sandbox.visits.Hit;
import io.opalmind.sandbox.visits.Sender;
import io.opalmind.sandbox.visits.Tracked;
import io.opalmind.sandbox.visits.VisitLog;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tracks the hits of a file, in their order, and counts what becomes of them. */
final class Filling {
    private final VisitLog visits;
    private final Moving moving;
    private final Sender sender;
    private int stored;
    private int ignored;
    private int refused;
    private @Nullable Fault firstFault;

    Filling(VisitLog visits, Moving moving, Sender sender) {
        this.visits = visits;
        this.moving = moving;
        this.sender = sender;
    }

    Filled fill(Hits hits) {
        for (Hits.Line line : hits.lines()) {
            Map<String, String> parameters = line.parameters();
            parameters.remove("token_auth");
            parameters.putIfAbsent("rec", "1");
            parameters.computeIfPresent("cdt", (name, cdt) -> moving.move(cdt));
            count(line.number(), visits.track(new Hit(parameters, sender)));
        }
        return new Filled(hits.size(), stored, ignored, refused, firstFault);
    }

    private void count(int line, Tracked tracked) {
        switch (tracked) {
            case STORED -> stored++;
            case IGNORED -> {
                ignored++;
                fault(line, "Matomo drops it without a word (its _id or event is no good)");
            }
            case REFUSED -> {
                refused++;
                fault(
                        line,
                        "Matomo refuses it (no such site or goal, an ec_id that was there before, or the sandbox is full)");
            }
            case POISONED -> {
                refused++;
                fault(line, "Matomo falls over it (a goal with ca=1)");
            }
        }
    }

    private void fault(int line, String reason) {
        if (firstFault == null) {
            firstFault = new Fault(line, reason);
        }
    }
}
