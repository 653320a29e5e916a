package io.opalmind.matomo.track;

import io.opalmind.store.KeptHit;
import org.jspecify.annotations.Nullable;

/**
 * What became of a hit, and how it is known.
 *
 * @param hit with the attempts made so far
 * @param status of Matomo's last answer, 0 where there was none
 * @param body of that answer
 * @param possiblyDoubled whether it was sent again although the first one may have arrived
 * @param failure why it is not delivered, or null
 * @param note what the user should know, in one line, or null
 */
public record DeliveryResult(
        Outcome outcome,
        KeptHit hit,
        int status,
        String body,
        boolean possiblyDoubled,
        @Nullable RuntimeException failure,
        @Nullable String note) {

    DeliveryResult withNote(String words) {
        return new DeliveryResult(outcome, hit, status, body, possiblyDoubled, failure, words);
    }
}
