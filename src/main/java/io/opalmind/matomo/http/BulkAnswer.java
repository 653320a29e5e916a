package io.opalmind.matomo.http;

import io.opalmind.matomo.MatomoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a bulk request, once.
 *
 * @param verdict {@code STORED} where Matomo says success, though some may be invalid; {@code REFUSED} where one of them
 *     made the whole fail ({@code status: error}) and all were rolled back, whatever {@code tracked} says, or with
 *     HTTP 400. A lockout, which Matomo answers with {@code status: error} as well, is {@code NOT_STORED}
 * @param status the HTTP status, 0 where there was no answer
 * @param tracked how many Matomo says it stored
 * @param invalid how many Matomo says it refused
 * @param invalidIndices which ones, from 0, entries that are no query string not counted; null where Matomo did not
 *     say, as to a token below write access
 * @param failure null where the verdict is {@code STORED}
 */
public record BulkAnswer(
        HitAnswer.Verdict verdict,
        int status,
        int tracked,
        int invalid,
        @Nullable List<Integer> invalidIndices,
        @Nullable MatomoException failure) {}
