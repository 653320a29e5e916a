package io.opalmind.matomo.track;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.http.HitAnswer;
import io.opalmind.matomo.http.TrackingApi;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends one hit, as often as it makes sense, and never without knowing whether it may be there already. */
public final class Sending {
    private final Supplier<TrackingApi> api;
    private final HitGate gate;
    private final HitVerifier verifier;
    private final Settlement settlement;
    private final Backoff backoff;
    private final DeliveryPolicy policy;
    private final Clock clock;
    private final Consumer<String> log;

    /**
     * @param api opened when first needed
     * @param warn told of each hit that may be there twice, before it is sent again
     * @param log told of each further attempt
     */
    public Sending(
            Supplier<TrackingApi> api,
            HitGate gate,
            HitVerifier verifier,
            Backoff backoff,
            DeliveryPolicy policy,
            Clock clock,
            Consumer<String> warn,
            Consumer<String> log) {
        this.api = api;
        this.gate = gate;
        this.verifier = verifier;
        this.settlement = new Settlement(verifier, policy, backoff, clock, warn);
        this.backoff = backoff;
        this.policy = policy;
        this.clock = clock;
        this.log = log;
    }

    /** One delivery under way. */
    private final class Course {
        private final Hit hit;
        private final BooleanSupplier renew;
        private KeptHit kept;
        private boolean doubled;
        private @Nullable HitAnswer last;

        private Course(KeptHit kept, BooleanSupplier renew) {
            this.kept = kept;
            this.hit = Hit.ofQuery(kept.query());
            this.renew = renew;
        }

        private DeliveryResult run() {
            Instant settled = settlement.settledElsewhere(kept);
            for (int attempt = 1; ; attempt++) {
                DeliveryResult known = kept.mayHaveArrived() ? resolve(settled) : null;
                if (known != null) {
                    return known;
                }
                HitAnswer answer = attempt();
                settled = settledAfter(answer);
                DeliveryResult result = judge(answer, attempt);
                if (result != null) {
                    return result;
                }
            }
        }

        /** A connection that broke has ended its request; one that was slow, or whose proxy lost patience, has not. */
        private Instant settledAfter(HitAnswer answer) {
            MatomoException failure = answer.failure();
            boolean broken = failure == null || failure.kind() == ErrorKind.UNREACHABLE;
            return broken ? Instant.EPOCH : clock.instant().plus(policy.settling());
        }

        /** What became of an earlier attempt, as far as the policy wants to know; null where it is to be sent. */
        private @Nullable DeliveryResult resolve(Instant settled) {
            Settlement.Verdict verdict;
            try {
                verdict = settlement.of(kept, isOrder(), settled);
            } catch (MatomoException e) {
                kept = kept.after(0, true, e.getMessage());
                return new DeliveryResult(Outcome.UNDELIVERED, kept, 0, "", doubled, e, null);
            }
            return switch (verdict) {
                case ARRIVED -> end(Outcome.DELIVERED, "found in Matomo's visits log after an attempt without answer");
                case LEAVE -> end(Outcome.UNKNOWN, "left undecided, as --on-unknown skip says");
                case NOT_YET -> end(Outcome.UNDELIVERED, "it may still be on its way; looked up again later");
                case SEND, SEND_ANYWAY -> goOn(verdict == Settlement.Verdict.SEND_ANYWAY);
            };
        }

        /** Settling takes time, so the claim is prolonged. Of an order it is still not known. */
        private @Nullable DeliveryResult goOn(boolean anyway) {
            doubled |= anyway;
            kept = isOrder() ? kept : kept.settled();
            return renew.getAsBoolean() ? null : lost();
        }

        private DeliveryResult lost() {
            return end(Outcome.HELD, "another process has taken the key '" + kept.key() + "' over");
        }

        /** Matomo itself refuses a repeated order, which is the best answer to whether the first arrived. */
        private boolean isOrder() {
            return hit.has("ec_id");
        }

        private HitAnswer attempt() {
            // A process that dies while it sends leaves the claim with the hit as it was before: whoever finds that
            // takes it for one that may have arrived.
            HitAnswer answer = api.get().send(kept.query(), gate.needsToken(hit));
            last = answer;
            MatomoException failure = answer.failure();
            kept = kept.after(
                    1, answer.verdict() == HitAnswer.Verdict.UNKNOWN, failure == null ? null : failure.getMessage());
            return answer;
        }

        private @Nullable DeliveryResult judge(HitAnswer answer, int attempt) {
            return switch (answer.verdict()) {
                case STORED -> end(Outcome.DELIVERED, null);
                case REFUSED ->
                    kept.mayHaveArrived() && isOrder()
                            ? end(Outcome.DELIVERED, "Matomo refused the repeated order, so the first one is stored")
                            : end(Outcome.REJECTED, null);
                case NOT_STORED -> attempt < policy.attempts() && isWorthAnother(answer) ? again(attempt) : left();
                case UNKNOWN -> attempt < policy.attempts() ? again(attempt) : lastWord();
            };
        }

        private static boolean isWorthAnother(HitAnswer answer) {
            MatomoException failure = answer.failure();
            if (failure instanceof MatomoException.ComeBackLater later) {
                return later.after().compareTo(Backoff.LONGEST_WAIT) <= 0;
            }
            return failure != null && (failure.kind().isTransient() || failure.kind() == ErrorKind.RATE_LIMITED);
        }

        private @Nullable DeliveryResult again(int attempt) {
            MatomoException failure = last == null ? null : last.failure();
            Duration delay = backoff.delay(attempt, failure);
            log.accept("attempt " + (attempt + 1) + " of " + policy.attempts() + " in " + delay.toMillis() + " ms: "
                    + (failure == null ? "" : failure.getMessage()));
            if (!backoff.pause(delay)) {
                return left();
            }
            return renew.getAsBoolean() ? null : lost();
        }

        /** No attempt is left, but perhaps the last one arrived. */
        private DeliveryResult lastWord() {
            if (policy.onUnknown() == OnUnknown.SKIP) {
                return end(Outcome.UNKNOWN, "left undecided, as --on-unknown skip says");
            }
            return policy.onUnknown() == OnUnknown.VERIFY && !isOrder() && isThere()
                    ? end(Outcome.DELIVERED, "found in Matomo's visits log after an attempt without answer")
                    : left();
        }

        private boolean isThere() {
            try {
                return verifier.find(kept) == HitVerifier.Finding.STORED;
            } catch (MatomoException away) {
                return false;
            }
        }

        private DeliveryResult left() {
            return end(Outcome.UNDELIVERED, null);
        }

        private DeliveryResult end(Outcome outcome, @Nullable String note) {
            HitAnswer answer = last;
            boolean found = outcome == Outcome.DELIVERED && note != null;
            // What the log or a repeated order's refusal has shown is a hit that Matomo once answered with 204.
            int status = found ? 204 : answer == null ? 0 : answer.status();
            String body = found || answer == null ? "" : answer.body();
            return new DeliveryResult(
                    outcome, kept, status, body, doubled, answer == null ? null : answer.failure(), note);
        }
    }

    /**
     * Sends it.
     *
     * @param renew prolongs the claim before each further attempt; false where it is lost
     * @return delivered, rejected, undelivered, unknown, or held where the claim was lost
     */
    DeliveryResult send(KeptHit hit, BooleanSupplier renew) {
        return new Course(hit, renew).run();
    }
}
