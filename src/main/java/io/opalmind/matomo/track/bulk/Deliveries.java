package io.opalmind.matomo.track.bulk;

import java.util.ArrayList;
import java.util.List;

/** Ends the way of lines that were sent: idempotency records first, where there are keys, then the ledger. */
final class Deliveries {
    private final Ledger ledger;
    private final Keys keys;

    Deliveries(Ledger ledger, Keys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /** Matomo has them. */
    void arrived(List<ImportLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        keys.complete(lines);
        List<ImportLine> once = new ArrayList<>(lines.size());
        List<ImportLine> perhapsTwice = new ArrayList<>(0);
        List<Refusal> replaced = new ArrayList<>(0);
        for (ImportLine line : lines) {
            if (line.refusal() != null) {
                replaced.add(Refusal.of(line, line.refusal(), 0));
            } else if (line.isSentAgain()) {
                perhapsTwice.add(line);
            } else {
                once.add(line);
            }
        }
        ledger.decide(Outcome.DELIVERED, once);
        ledger.decide(Outcome.DELIVERED_PERHAPS_TWICE, perhapsTwice);
        ledger.refuse(Outcome.REFUSED, replaced);
    }

    /**
     * Matomo will never take them. An order that was sent before and not answered is an exception: Matomo refuses an
     * {@code ec_id} that it has, so the refusal says that the first one arrived.
     */
    void refused(List<ImportLine> lines, String reason, int status) {
        List<ImportLine> known = new ArrayList<>(0);
        List<Refusal> refusals = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            if (line.isSentAgain() && line.hit().query().contains("&ec_id=")) {
                known.add(line);
            } else {
                refusals.add(Refusal.of(line, line.refusal() == null ? reason : line.refusal(), status));
                keys.release(line);
            }
        }
        if (!known.isEmpty()) {
            keys.complete(known);
            ledger.decide(Outcome.DELIVERED, known);
        }
        ledger.refuse(Outcome.REFUSED, refusals);
    }

    /** Nobody will ever know. */
    void unknown(List<ImportLine> lines, String reason) {
        List<Refusal> refusals = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            refusals.add(Refusal.of(line, reason, 0));
            giveUp(line);
        }
        ledger.refuse(Outcome.UNKNOWN, refusals);
    }

    /** The user wants to hear no more of it. */
    void giveUp(ImportLine line) {
        keys.release(line);
    }
}
