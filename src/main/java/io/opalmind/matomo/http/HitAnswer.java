package io.opalmind.matomo.http;

import io.opalmind.matomo.MatomoException;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending one hit, once.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param body of the answer, at most 1000 characters; empty for a picture
 * @param failure says what, where and what next; null where the hit is stored
 */
public record HitAnswer(
        Verdict verdict, int status, String body, @Nullable MatomoException failure) {
    /** What is known of a hit, or of all hits of a bulk request. */
    public enum Verdict {
        /** Matomo has taken it. */
        STORED,
        /** Matomo has read it and will never take it: sending it again is useless. */
        REFUSED,
        /** It is surely not stored, and by no fault of its own: not reached, rate limit, token refused, 503. */
        NOT_STORED,
        /** It was sent, and the answer did not come or says nothing: it may be stored or not. */
        UNKNOWN
    }
}
