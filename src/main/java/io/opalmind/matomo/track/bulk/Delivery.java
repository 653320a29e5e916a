package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.http.BulkAnswer;
import io.opalmind.matomo.http.HitAnswer;
import io.opalmind.matomo.track.HitVerifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers batches and finds out what became of each hit in them. A hit is only ever sent again where it is known not to
 * be stored: after a bulk that was rolled back, or that stored nothing. Where Matomo refuses some and does not say which,
 * the others are stored, so halving would double them; then the visits log is asked, and what it cannot tell is unknown.
 */
final class Delivery {
    private final Sender sender;
    private final Deliveries deliveries;
    private final BulkToken token;
    private final HitVerifier verifier;

    Delivery(Sender sender, Deliveries deliveries, BulkToken token, HitVerifier verifier) {
        this.sender = sender;
        this.deliveries = deliveries;
        this.token = token;
        this.verifier = verifier;
    }

    /** Delivers lines, in order. */
    void deliver(List<ImportLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        // Read once: another lane may find the token useless between two looks at it.
        BulkToken.Standing standing = token.standing();
        boolean needed = anyNeedsToken(lines);
        if (needed && standing == BulkToken.Standing.USELESS) {
            apart(lines);
            return;
        }
        boolean withToken = needed || (token.isWelcome(standing) && allWelcomeToken(lines));
        if (withToken && standing == BulkToken.Standing.UNKNOWN) {
            boolean tried = token.tryOnce(() -> bulk(lines.subList(0, 1), true));
            deliver(tried ? lines.subList(1, lines.size()) : lines);
            return;
        }
        bulk(lines, withToken);
    }

    private static boolean anyNeedsToken(List<ImportLine> lines) {
        for (ImportLine line : lines) {
            if (line.needsToken()) {
                return true;
            }
        }
        return false;
    }

    private static boolean allWelcomeToken(List<ImportLine> lines) {
        for (ImportLine line : lines) {
            if (!line.welcomesToken()) {
                return false;
            }
        }
        return true;
    }

    /** Hit by hit what needs the token, and together what stands between. */
    private void apart(List<ImportLine> lines) {
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).needsToken()) {
                deliver(lines.subList(start, i));
                single(lines.get(i));
                start = i + 1;
            }
        }
        deliver(lines.subList(start, lines.size()));
    }

    private void bulk(List<ImportLine> lines, boolean withToken) {
        Sender.Answered<BulkAnswer> answered = sender.bulk(lines, withToken);
        if (answered == null) {
            return;
        }
        BulkAnswer answer = answered.answer();
        if (answer.verdict() == HitAnswer.Verdict.REFUSED) {
            rolledBack(answered.lines(), answer, withToken);
            return;
        }
        if (withToken) {
            token.learn(answer.invalidIndices() != null);
        }
        taken(answered.lines(), answer, withToken);
    }

    /**
     * One of them made all fail, and nothing is stored. Matomo counts as it goes, so that {@code tracked + invalid} is
     * most likely the place of the culprit: those before it go by themselves, it goes alone, where its answer says more,
     * and then the rest. Where it is not the culprit, the rest is halved.
     */
    private void rolledBack(List<ImportLine> lines, BulkAnswer answer, boolean withToken) {
        int suspect = Math.min(Math.max(answer.tracked() + answer.invalid(), 0), lines.size() - 1);
        deliver(lines.subList(0, suspect));
        boolean guilty = !single(lines.get(suspect));
        List<ImportLine> rest = lines.subList(suspect + 1, lines.size());
        if (!guilty && withToken && suspect == 0) {
            // During a lockout every bulk with a token fails so, and none without.
            token.spare();
        }
        if (guilty || rest.size() < 2) {
            deliver(rest);
        } else {
            deliver(rest.subList(0, rest.size() / 2));
            deliver(rest.subList(rest.size() / 2, rest.size()));
        }
    }

    /** Sends a line alone; false where Matomo refuses it. */
    private boolean single(ImportLine line) {
        Sender.Answered<HitAnswer> answered = sender.single(line);
        if (answered == null) {
            return true;
        }
        HitAnswer answer = answered.answer();
        if (answer.verdict() == HitAnswer.Verdict.STORED) {
            deliveries.arrived(answered.lines());
            return true;
        }
        deliveries.refused(answered.lines(), Why.refused(answer.failure()), answer.status());
        return false;
    }

    private void taken(List<ImportLine> lines, BulkAnswer answer, boolean withToken) {
        if (answer.tracked() == lines.size()) {
            deliveries.arrived(lines);
            return;
        }
        List<Integer> indices = answer.invalidIndices();
        List<ImportLine> open = new ArrayList<>(lines);
        if (indices != null && indices.size() == answer.invalid()) {
            List<ImportLine> invalid = named(lines, indices);
            open.removeAll(invalid);
            deliveries.refused(invalid, Why.INVALID, answer.status());
        }
        if (open.size() == answer.tracked()) {
            deliveries.arrived(open);
        } else if (answer.tracked() == 0) {
            nothingStored(open, answer, withToken);
        } else {
            tellApart(open, answer, withToken);
        }
    }

    private static List<ImportLine> named(List<ImportLine> lines, List<Integer> indices) {
        List<ImportLine> named = new ArrayList<>(indices.size());
        for (int index : indices) {
            if (index >= 0 && index < lines.size()) {
                named.add(lines.get(index));
            }
        }
        return named;
    }

    private void nothingStored(List<ImportLine> lines, BulkAnswer answer, boolean withToken) {
        List<ImportLine> refused = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            if (isWorthAlone(line, answer, withToken)) {
                single(line);
            } else {
                refused.add(line);
            }
        }
        deliveries.refused(refused, Why.INVALID, answer.status());
    }

    /** The token was passed over, as one marked 'secure' is in a bulk. Alone the hit may be taken. */
    private static boolean isWorthAlone(ImportLine line, BulkAnswer answer, boolean withToken) {
        return withToken && line.needsToken() && answer.invalidIndices() == null;
    }

    private void tellApart(List<ImportLine> lines, BulkAnswer answer, boolean withToken) {
        Findings findings = Findings.of(lines, verifier, answer.tracked());
        deliveries.arrived(findings.stored());
        for (ImportLine line : findings.absent()) {
            if (isWorthAlone(line, answer, withToken)) {
                single(line);
            } else {
                deliveries.refused(List.of(line), Why.INVALID, answer.status());
            }
        }
        deliveries.unknown(
                findings.unknown(),
                "is one of " + lines.size() + " hits of which Matomo stored " + answer.tracked()
                        + " and did not say which");
    }
}
