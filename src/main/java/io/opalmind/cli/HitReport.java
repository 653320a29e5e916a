package io.opalmind.cli;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.track.DeliveryResult;
import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitVerifier;
import io.opalmind.matomo.track.Outcome;
import io.opalmind.matomo.track.PreparedHit;
import java.util.Map;

/** Says what became of a hit: a record for scripts, a line for people, an exit code for both. */
final class HitReport {
    private final Console console;
    private final DeliveryResult result;
    private final Hit hit;

    HitReport(Console console, DeliveryResult result) {
        this.console = console;
        this.result = result;
        this.hit = Hit.ofQuery(result.hit().query());
    }

    /** {@code ok, status, body, pvId, idempotencyKey, outcome, attempts}, and {@code possiblyDoubled} where it may be. */
    Row row() {
        Outcome outcome = result.outcome();
        boolean ok = outcome == Outcome.DELIVERED || outcome == Outcome.DUPLICATE;
        Row row = new Row();
        row.append("ok", new Value.Flag(ok));
        row.append("status", Value.Num.of(result.status()));
        row.append("body", new Value.Text(result.body()));
        String pvId = hit.get("pv_id");
        row.append("pvId", pvId == null ? Value.Nothing.INSTANCE : new Value.Text(pvId));
        row.append("idempotencyKey", new Value.Text(result.hit().key()));
        row.append("outcome", new Value.Text(outcome.word()));
        row.append("attempts", Value.Num.of(result.hit().attempts()));
        if (result.possiblyDoubled()) {
            row.append("possiblyDoubled", new Value.Flag(true));
        }
        return row;
    }

    /** The same, with what the visits log says: yes, no, or unknown. */
    Row verified(HitVerifier verifier) {
        Row row = row();
        if (result.outcome() != Outcome.DELIVERED) {
            return row;
        }
        HitVerifier.Finding finding = find(verifier);
        if (finding == HitVerifier.Finding.ABSENT) {
            console.warn("Matomo took the hit, and its visits log does not show it. It may be of a bot (--bot tracks"
                    + " those), from an excluded IP address or user agent, of a URL that the site does not accept, or"
                    + " still in the queue of the plugin QueuedTracking.");
        } else if (finding == HitVerifier.Finding.UNDECIDED) {
            console.warn("The visits log cannot tell whether the hit is there (-v says why).");
        }
        return row.append(
                "verified",
                switch (finding) {
                    case STORED -> new Value.Text("yes");
                    case ABSENT -> new Value.Text("no");
                    case UNDECIDED -> new Value.Text("unknown");
                });
    }

    private HitVerifier.Finding find(HitVerifier verifier) {
        try {
            return verifier.find(result.hit());
        } catch (MatomoException e) {
            console.detail("The visits log could not be asked: " + e.getMessage());
            return HitVerifier.Finding.UNDECIDED;
        }
    }

    /** What would be sent. */
    static Row parameters(PreparedHit prepared) {
        Row row = new Row();
        row.append("idempotencyKey", new Value.Text(prepared.kept().key()));
        for (Map.Entry<String, String> parameter : prepared.hit().parameters().entrySet()) {
            row.append(parameter.getKey(), new Value.Text(parameter.getValue()));
        }
        return row;
    }

    /** Tells people, and gives the exit code. */
    int tell() {
        String note = result.note();
        return switch (result.outcome()) {
            case DELIVERED -> {
                if (note != null) {
                    console.warn("Delivered: " + note + ".");
                }
                yield ExitCode.DONE;
            }
            case DUPLICATE -> {
                console.detail("A hit with the key '" + result.hit().key() + "' was delivered before; not sent again.");
                yield ExitCode.DONE;
            }
            case QUEUED -> {
                console.warn("Queued, to be delivered later: " + why());
                yield ExitCode.DONE;
            }
            case REJECTED, UNDELIVERED -> {
                console.error(why());
                yield code();
            }
            case UNKNOWN -> {
                console.error("Nobody knows whether the hit arrived: " + why());
                yield ExitCode.UNREACHABLE;
            }
            case HELD -> {
                console.error(note == null ? "Another process has the key." : note + ". Try again.");
                yield ExitCode.BUSY;
            }
        };
    }

    private String why() {
        RuntimeException failure = result.failure();
        String note = result.note();
        String reason = failure != null ? String.valueOf(failure.getMessage()) : note == null ? "" : note;
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private int code() {
        RuntimeException failure = result.failure();
        return failure instanceof MatomoException matomo ? ExitCode.of(matomo.kind()) : ExitCode.UNREACHABLE;
    }
}
