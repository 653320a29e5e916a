package io.opalmind.matomo.track.bulk;

import io.opalmind.store.Claim;
import io.opalmind.store.HitRecord;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims and records of the keys of one lane's batches, in one round trip each; nothing where an import has no keys.
 */
final class Keys {
    /** Longer than an attempt lasts; renewed before each. Once a claim's owner is dead, this is what others wait for. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int OK = 200;

    private final @Nullable IdempotencyStore store;
    private final Ledger ledger;
    private final Clock clock;
    private final List<HeldLine> held = new ArrayList<>(0);

    Keys(@Nullable IdempotencyStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Claims the keys of lines, which differ. Lines whose key another holds right now are kept for {@link #held}.
     *
     * @return the lines to send
     */
    List<ImportLine> claim(List<ImportLine> lines) {
        if (store == null || lines.isEmpty()) {
            return lines;
        }
        List<Claim> claims = store.claim(hits(lines), LEASE);
        List<ImportLine> due = new ArrayList<>(lines.size());
        Known known = new Known();
        for (int i = 0; i < lines.size(); i++) {
            ImportLine line = lines.get(i);
            if (claims.get(i) instanceof Claim.Granted granted) {
                due.add(granted(line, granted.previous()));
            } else if (claims.get(i) instanceof Claim.Completed completed) {
                known.add(line, completed.record());
            } else if (claims.get(i) instanceof Claim.Held other) {
                held.add(new HeldLine(
                        line, other.owner(), System.nanoTime() + other.left().toNanos()));
            }
        }
        known.settle(ledger);
        return due;
    }

    private static List<KeptHit> hits(List<ImportLine> lines) {
        List<KeptHit> hits = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            hits.add(line.hit());
        }
        return hits;
    }

    private static ImportLine granted(ImportLine line, @Nullable KeptHit previous) {
        if (previous == null) {
            return line;
        }
        if (previous.fingerprint().equals(line.hit().fingerprint())) {
            line.doubt();
            return line;
        }
        return line.giveWayTo(previous, "has the key '" + line.hit().key() + "' of another hit, with other content");
    }

    /** Lines whose hits were delivered before. */
    private static final class Known {
        private final List<ImportLine> ours = new ArrayList<>(0);
        private final List<ImportLine> duplicates = new ArrayList<>(0);
        private final List<Refusal> refusals = new ArrayList<>(0);

        void add(ImportLine line, HitRecord record) {
            String fingerprint = record.fingerprint();
            if (fingerprint != null && !fingerprint.equals(line.hit().fingerprint())) {
                refusals.add(Refusal.of(
                        line,
                        "has the key '" + line.hit().key() + "' of a hit that was delivered with other content",
                        0));
            } else if (line.isInDoubt()) {
                ours.add(line);
            } else {
                duplicates.add(line);
            }
        }

        void settle(Ledger ledger) {
            ledger.decide(Outcome.DELIVERED, ours);
            ledger.decide(Outcome.DUPLICATE, duplicates);
            ledger.refuse(Outcome.REFUSED, refusals);
        }
    }

    /** Takes the lines whose keys others hold, or held; they are to be claimed again. */
    List<HeldLine> held() {
        List<HeldLine> taken = List.copyOf(held);
        held.clear();
        return taken;
    }

    /**
     * Before lines are sent once more.
     *
     * @return false where another has taken over one of them: all are kept for {@link #held}, as a claim that was lost
     *     tells best which ones
     */
    boolean renew(List<ImportLine> lines) {
        if (store == null) {
            return true;
        }
        List<String> keys = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            keys.add(line.hit().key());
        }
        if (store.renew(keys, LEASE)) {
            return true;
        }
        for (ImportLine line : lines) {
            held.add(new HeldLine(line, "another process", System.nanoTime() + LEASE.toNanos()));
        }
        return false;
    }

    void complete(List<ImportLine> lines) {
        if (store != null) {
            List<HitRecord> records = new ArrayList<>(lines.size());
            for (ImportLine line : lines) {
                KeptHit hit = line.hit();
                records.add(
                        new HitRecord(hit.key(), true, OK, "", hit.attempts() + 1, clock.millis(), hit.fingerprint()));
            }
            store.complete(records);
        }
    }

    void release(ImportLine line) {
        if (store != null) {
            store.release(List.of(line.hit().key()));
        }
    }

    void release(List<ImportLine> lines) {
        if (store != null) {
            lines.forEach(this::release);
        }
    }
}
