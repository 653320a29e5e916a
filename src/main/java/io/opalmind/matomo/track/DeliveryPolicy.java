package io.opalmind.matomo.track;

import java.time.Duration;

/**
 * How hits are delivered.
 *
 * @param onUnknown what to do about a hit that may have arrived
 * @param attempts of one delivery, 1 or more
 * @param lease for how long a key is claimed; longer than any attempt
 * @param patience how long to wait for another process that sends a hit with the same key
 * @param settling how long after an unanswered request Matomo may still be storing the hit
 * @param waits whether that is waited for
 */
public record DeliveryPolicy(
        OnUnknown onUnknown, int attempts, Duration lease, Duration patience, Duration settling, boolean waits) {
    /** What to do about a hit that was sent and not answered. */
    public enum OnUnknown {
        /** Ask the visits log; what that cannot tell is sent again, and counted as possibly doubled. */
        VERIFY,
        /** Send it again. */
        RESEND,
        /** Leave it. */
        SKIP
    }

    /** Long enough that the lease never ends while a request is under way; the key is free again soon after a kill. */
    public static DeliveryPolicy of(OnUnknown onUnknown, Duration timeout) {
        Duration lease = timeout.multipliedBy(3).plus(Backoff.LONGEST_WAIT);
        return new DeliveryPolicy(onUnknown, Backoff.ATTEMPTS, lease, Duration.ofSeconds(10), timeout, true);
    }

    /** For hits that nobody waits for: one that another process is sending is left to it. */
    public DeliveryPolicy inTheBackground() {
        return new DeliveryPolicy(onUnknown, attempts, lease, Duration.ZERO, settling, true);
    }

    /** On the way out: what does not work at once is for another time. */
    public DeliveryPolicy inPassing() {
        return new DeliveryPolicy(onUnknown, 1, lease, Duration.ZERO, settling, false);
    }
}
