package io.opalmind.matomo.track;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.http.HitAnswer;
import io.opalmind.matomo.http.TrackingApi;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.store.KeptHit;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends one hit, as often as it makes sense, and never without knowing whether it may be there already. */
public final class Sending {
    private final Supplier<TrackingApi> api;
    private final HitGate gate;
    private final HitVerifier verifier;
    private final Backoff backoff;
    private final DeliveryPolicy policy;
    private final Consumer<String> log;

    /**
     * @param api opened when first needed
     * @param log told of each further attempt
     */
    public Sending(
            Supplier<TrackingApi> api,
            HitGate gate,
            HitVerifier verifier,
            Backoff backoff,
            DeliveryPolicy policy,
            Consumer<String> log) {
        this.api = api;
        this.gate = gate;
        this.verifier = verifier;
        this.backoff = backoff;
        this.policy = policy;
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
            for (int attempt = 1; ; attempt++) {
                DeliveryResult known = kept.mayHaveArrived() ? resolve() : null;
                if (known != null) {
                    return known;
                }
                HitAnswer answer = attempt();
                DeliveryResult result = judge(answer, attempt);
                if (result != null) {
                    return result;
                }
            }
        }

        /** Whether an earlier attempt arrived, as far as the policy wants to know; null where it is to be sent. */
        private @Nullable DeliveryResult resolve() {
            if (policy.onUnknown() == OnUnknown.SKIP) {
                return end(Outcome.UNKNOWN, "left undecided, as --on-unknown skip says");
            }
            if (policy.onUnknown() == OnUnknown.VERIFY && !isOrder()) {
                return switch (verifier.find(kept)) {
                    case STORED ->
                        end(Outcome.DELIVERED, "found in Matomo's visits log after an attempt without answer");
                    case ABSENT -> null;
                    case UNDECIDED -> sendAgain();
                };
            }
            return isOrder() ? null : sendAgain();
        }

        private @Nullable DeliveryResult sendAgain() {
            doubled = true;
            return null;
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
            return renew.getAsBoolean()
                    ? null
                    : end(Outcome.HELD, "another process has taken the key '" + kept.key() + "' over");
        }

        /** No attempt is left, but perhaps the last one arrived. */
        private DeliveryResult lastWord() {
            DeliveryResult known = policy.onUnknown() == OnUnknown.RESEND || isOrder() ? null : resolve();
            return known == null ? left() : known;
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
