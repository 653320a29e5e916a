package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.matomo.track.HitVerifier;
import java.util.ArrayList;
import java.util.List;

/** Decides what to do with hits that were sent and not answered. */
final class Doubts {
    private final OnUnknown choice;
    private final HitVerifier verifier;
    private final Ledger ledger;
    private final Deliveries deliveries;

    Doubts(OnUnknown choice, HitVerifier verifier, Ledger ledger, Deliveries deliveries) {
        this.choice = choice;
        this.verifier = verifier;
        this.ledger = ledger;
        this.deliveries = deliveries;
    }

    /** Settles what can be settled; gives back what is to be sent, in order. */
    List<ImportLine> resolve(List<ImportLine> lines) {
        List<ImportLine> arrived = new ArrayList<>();
        List<ImportLine> due = new ArrayList<>(lines.size());
        List<Refusal> leftOpen = new ArrayList<>();
        for (ImportLine line : lines) {
            if (!line.isInDoubt()) {
                due.add(line);
            } else if (choice == OnUnknown.SKIP) {
                leftOpen.add(Refusal.of(line, "was sent and not answered; it may have arrived", 0));
                deliveries.giveUp(line);
            } else {
                ask(line, arrived, due);
            }
        }
        ledger.refuse(Outcome.UNKNOWN, leftOpen);
        deliveries.arrived(arrived);
        return due;
    }

    private void ask(ImportLine line, List<ImportLine> arrived, List<ImportLine> due) {
        HitVerifier.Finding finding =
                choice == OnUnknown.RESEND ? HitVerifier.Finding.UNDECIDED : verifier.find(line.hit());
        switch (finding) {
            case STORED -> arrived.add(line);
            case ABSENT -> {
                line.clear();
                due.add(line);
            }
            case UNDECIDED -> {
                line.sendAgain();
                due.add(line);
            }
        }
    }
}
