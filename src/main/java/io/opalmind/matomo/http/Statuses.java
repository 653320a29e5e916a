package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an HTTP status says where it is not 200. */
final class Statuses {
    private Statuses() {}

    /**
     * @param head the first bytes of the answer
     * @param message Matomo's own, where it gave one
     * @param what was asked or sent, as a sentence names it: a method, or {@code a hit}
     */
    static MatomoException of(
            HttpAnswer answer, byte[] head, @Nullable String message, String what, HttpSettings settings) {
        int status = answer.status();
        if (Refusals.isLockout(message == null ? Messages.text(head) : message)) {
            return Refusals.lockedOut(settings);
        }
        if (status == 408 || status == 429 || status >= 500) {
            return passing(answer, message, what, settings);
        }
        if (message == null) {
            return ofWebServer(answer.status(), head, what, settings);
        }
        boolean denied = (status == 401 || status == 403) && !message.contains("Unable to authenticate");
        return denied ? Refusals.accessDenied(message, what, settings) : Refusals.of(message, what, settings);
    }

    /** What may be over a moment later. */
    private static MatomoException passing(
            HttpAnswer answer, @Nullable String message, String what, HttpSettings settings) {
        int status = answer.status();
        String got = got(status, what, settings) + (message == null ? "." : ": " + Messages.quote(message, settings));
        Duration after = RateLimits.waitFor(answer);
        String when = after == null ? "" : " It says to come back in " + after.toSeconds() + " s.";
        String whole = got + when;
        if (status == 408) {
            return failed(ErrorKind.TIMEOUT, whole + " Ask for less: a shorter period, or --limit.", after);
        }
        return status == 429
                ? failed(ErrorKind.RATE_LIMITED, whole + " Wait, and send fewer requests.", after)
                : failed(ErrorKind.SERVER_ERROR, whole + " The server's log says why.", after);
    }

    private static MatomoException failed(ErrorKind kind, String message, @Nullable Duration after) {
        return after == null
                ? new MatomoException(kind, message)
                : new MatomoException.ComeBackLater(kind, message, after);
    }

    private static MatomoException ofWebServer(int status, byte[] head, String what, HttpSettings settings) {
        String got = got(status, what, settings);
        return switch (status) {
            case 401 ->
                new MatomoException(
                        ErrorKind.TOKEN_REFUSED, got + ". Check MATOMO_TOKEN, and a password in front of Matomo.");
            case 403 ->
                new MatomoException(
                        ErrorKind.ACCESS_DENIED,
                        got + ". Check the token's rights, and a firewall in front of Matomo.");
            case 407 -> new MatomoException(ErrorKind.BAD_ANSWER, Unanswered.proxyRefusal(settings));
            default ->
                new MatomoException(
                        ErrorKind.BAD_ANSWER,
                        got + ": " + Messages.describe(head, settings) + ". Check MATOMO_BASE_URL.");
        };
    }

    private static String got(int status, String what, HttpSettings settings) {
        return "Matomo at " + settings.where() + " answered " + what + " with HTTP " + status;
    }
}
