package io.opalmind.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of the attempt to claim a key. */
public sealed interface Claim {
    /**
     * The key is ours for the time of the lease.
     *
     * @param previous null, or the hit of whoever claimed the key before and neither recorded nor released it: it died or
     *     its lease ran out, so that nobody knows whether that hit arrived
     */
    record Granted(@Nullable KeptHit previous) implements Claim {}

    /** A hit with that key was delivered before. */
    record Completed(HitRecord record) implements Claim {}

    /**
     * Another process, or this one, is sending a hit with that key right now.
     *
     * @param owner who, for messages
     * @param left until its lease runs out
     */
    record Held(String owner, KeptHit hit, Duration left) implements Claim {}
}
