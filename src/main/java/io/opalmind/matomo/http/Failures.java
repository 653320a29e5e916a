package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Value;
import java.io.IOException;

/**
 * Turns what is no good answer into an exception: another status than 200, Matomo's {@code result: error}, and what is no
 * JSON. It happens here, before any report is read, so an error is never cached.
 */
final class Failures {
    private Failures() {}

    /** Hands on an answer that is one; throws for any other. */
    static ApiAnswer check(ApiAnswer answer, ApiCall call, HttpSettings settings) throws IOException {
        String message = ErrorObject.message(answer.head());
        if (answer.status() == 200 && message == null && looksLikeJson(answer.head())) {
            return answer;
        }
        answer.close();
        if (answer.status() != 200) {
            throw Statuses.of(answer.http(), answer.head(), message, call.method(), settings);
        }
        throw message == null
                ? badAnswer(
                        settings, call.method() + " was answered with " + Messages.describe(answer.head(), settings))
                : Refusals.of(message, call.method(), settings);
    }

    /** Throws where one member of a bulk answer is an error; else hands it on. */
    static Value orThrow(Value member, ApiCall call, HttpSettings settings) {
        String message = ErrorObject.message(member);
        if (message != null) {
            throw Refusals.of(message, call.method(), settings);
        }
        return member;
    }

    private static boolean looksLikeJson(byte[] head) {
        int start = Messages.firstVisible(head);
        return start < head.length && (head[start] == '{' || head[start] == '[');
    }

    static MatomoException badAnswer(HttpSettings settings, String what) {
        return new MatomoException(
                ErrorKind.BAD_ANSWER,
                "No API answer from " + settings.baseUrl() + ": " + what + ". Check MATOMO_BASE_URL.");
    }
}
