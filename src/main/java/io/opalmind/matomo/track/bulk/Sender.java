package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.http.BulkAnswer;
import io.opalmind.matomo.http.HitAnswer;
import io.opalmind.matomo.track.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the lines of one lane and tries again where that is safe: where the request surely did not arrive, or where the
 * visits log says of each hit whether it did.
 */
final class Sender {
    /** A server that wants a longer pause is not waited for, as claims would run out meanwhile. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final HitWire wire;
    private final Keys keys;
    private final Doubts doubts;
    private final Backoff backoff;
    private final RateGate rate;
    private final Halt halt;
    private final Duration settling;

    Sender(HitWire wire, Keys keys, Doubts doubts, Backoff backoff, RateGate rate, Halt halt, Duration settling) {
        this.wire = wire;
        this.keys = keys;
        this.doubts = doubts;
        this.backoff = backoff;
        this.rate = rate;
        this.halt = halt;
        this.settling = settling;
    }

    /**
     * An answer that decides, and the lines that were sent for it: fewer than were given where a lost answer settled some.
     */
    record Answered<T>(List<ImportLine> lines, T answer) {}

    /** Sends lines in one request; null where nothing is left of them. */
    @Nullable
    Answered<BulkAnswer> bulk(List<ImportLine> lines, boolean withToken) {
        return send(
                lines,
                due -> wire.bulk(queries(due), withToken),
                answer -> new Verdict(answer.verdict(), answer.failure()));
    }

    /** Sends a line by itself; null where nothing is left of it. */
    @Nullable
    Answered<HitAnswer> single(ImportLine line) {
        return send(
                List.of(line),
                due -> wire.single(due.get(0).hit().query(), due.get(0).needsToken()),
                answer -> new Verdict(answer.verdict(), answer.failure()));
    }

    private record Verdict(HitAnswer.Verdict word, @Nullable MatomoException failure) {}

    private <T> @Nullable Answered<T> send(
            List<ImportLine> lines, Function<List<ImportLine>, T> request, Function<T, Verdict> reading) {
        List<ImportLine> due = lines;
        for (int attempt = 1; !due.isEmpty(); attempt++) {
            rate.pass(due.size());
            halt.check();
            if (attempt > 1 && !keys.renew(due)) {
                return null;
            }
            due.forEach(ImportLine::leave);
            T answer = request.apply(due);
            Verdict verdict = reading.apply(answer);
            if (verdict.word() != HitAnswer.Verdict.UNKNOWN) {
                due.forEach(ImportLine::comeBack);
            }
            switch (verdict.word()) {
                case STORED, REFUSED -> {
                    return new Answered<>(due, answer);
                }
                case NOT_STORED -> pauseOrStop(attempt, verdict.failure());
                case UNKNOWN -> due = settle(due, attempt, verdict.failure());
            }
        }
        return null;
    }

    private void pauseOrStop(int attempt, @Nullable MatomoException failure) {
        Duration wait = backoff.delay(attempt, failure);
        if (attempt >= Backoff.ATTEMPTS || !isWorthIt(failure) || wait.compareTo(LONGEST_WAIT) > 0) {
            throw failure == null ? new IllegalStateException("not stored, and no reason") : failure;
        }
        if (!backoff.pause(wait)) {
            halt.check();
        }
    }

    private static boolean isWorthIt(@Nullable MatomoException failure) {
        return failure == null || failure.kind().isTransient() || failure.kind() == ErrorKind.RATE_LIMITED;
    }

    private List<ImportLine> settle(List<ImportLine> lines, int attempt, @Nullable MatomoException failure) {
        lines.forEach(ImportLine::doubt);
        if (attempt >= Backoff.ATTEMPTS) {
            throw failure == null ? new IllegalStateException("no answer, and no reason") : failure;
        }
        // Matomo may still be at work on it; what it has not stored yet would be taken for lost.
        if (!backoff.pause(settling)) {
            halt.check();
        }
        return doubts.resolve(lines);
    }

    private static List<String> queries(List<ImportLine> lines) {
        List<String> queries = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            queries.add(line.hit().query());
        }
        return queries;
    }
}
