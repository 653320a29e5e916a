package io.opalmind.matomo.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is no good answer into an exception: no connection, an HTTP status, and Matomo's {@code result: error},
 * which 5.0 sends with HTTP 200. It happens here, before any report is read, so an error is never cached.
 */
final class Failures {
    private Failures() {}

    /** Hands on an answer that is one; throws for any other. */
    static ApiAnswer check(ApiAnswer answer, ApiCall call, HttpSettings settings) throws IOException {
        int status = answer.status();
        String message = errorMessage(answer.head());
        if (status == 200 && message == null) {
            requireJson(answer, call, settings);
            return answer;
        }
        answer.close();
        throw message == null ? ofStatus(answer, call, settings) : ofMessage(message, answer, call, settings);
    }

    /** Throws where one member of a bulk answer is an error; else hands it on. */
    static Value orThrow(Value value, ApiCall call, HttpSettings settings) {
        if (value instanceof Row row
                && row.get("result") instanceof Value.Text result
                && result.text().equals("error")) {
            String message = row.get("message") instanceof Value.Text text ? text.text() : "no reason given";
            throw refused(Messages.unescape(message), call, settings);
        }
        return value;
    }

    /** Matomo's message where the bytes are its error object, else null. */
    private static @Nullable String errorMessage(byte[] head) {
        if (head.length > 64 * 1024 || !startsAsObject(head)) {
            return null;
        }
        try (JsonParser json = ReportingApi.JSON.createParser(head)) {
            json.nextToken();
            if (json.nextToken() != JsonToken.FIELD_NAME || !json.currentName().equals("result")) {
                return null;
            }
            if (json.nextToken() != JsonToken.VALUE_STRING || !json.getText().equals("error")) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                Value value = RowJson.read(json);
                if (name.equals("message") && value instanceof Value.Text text) {
                    return Messages.unescape(text.text());
                }
            }
            return "no reason given";
        } catch (IOException noErrorObject) {
            return null;
        }
    }

    private static boolean startsAsObject(byte[] head) {
        int start = Messages.firstVisible(head);
        return start < head.length && head[start] == '{';
    }

    private static void requireJson(ApiAnswer answer, ApiCall call, HttpSettings settings) throws IOException {
        byte[] head = answer.head();
        int start = Messages.firstVisible(head);
        char first = start < head.length ? (char) head[start] : ' ';
        if (first == '{' || first == '[') {
            return;
        }
        answer.close();
        throw badAnswer(settings, call.method() + " was answered with " + Messages.describe(head));
    }

    private static MatomoException ofMessage(String message, ApiAnswer answer, ApiCall call, HttpSettings settings) {
        int status = answer.status();
        if (isLockout(message)) {
            return lockedOut(settings);
        }
        if (status == 429 || status == 408 || status >= 500) {
            return ofStatus(answer, call, settings);
        }
        if (status == 401 || status == 403) {
            return accessDenied(message, call, settings);
        }
        return refused(message, call, settings);
    }

    private static MatomoException refused(String message, ApiCall call, HttpSettings settings) {
        if (isLockout(message)) {
            return lockedOut(settings);
        }
        if (message.contains("Unable to authenticate") || message.contains("You can't access this resource")) {
            return accessDenied(message, call, settings);
        }
        if (message.contains("is not enabled") && message.contains("plugin")) {
            return new MatomoException(ErrorKind.PLUGIN_MISSING, "Matomo refused " + call.method() + ": " + message);
        }
        return new MatomoException(ErrorKind.REQUEST_REFUSED, "Matomo refused " + call.method() + ": " + message);
    }

    private static MatomoException accessDenied(String message, ApiCall call, HttpSettings settings) {
        if (message.contains("Unable to authenticate")) {
            return new MatomoException(
                    ErrorKind.TOKEN_REFUSED,
                    "Matomo at " + settings.where() + " refused the token: unknown or expired. Check MATOMO_TOKEN;"
                            + " more than 20 refusals in an hour lock this address out.");
        }
        return new MatomoException(
                ErrorKind.ACCESS_DENIED,
                "Matomo refused the token for " + call.method() + ": " + message
                        + " Check MATOMO_TOKEN and the rights of its user.");
    }

    private static boolean isLockout(String message) {
        return message.contains("Too many failed logins") || message.contains("too many failed logins");
    }

    static MatomoException lockedOut(HttpSettings settings) {
        return new MatomoException(
                ErrorKind.LOCKED_OUT,
                "Matomo at " + settings.where() + " has locked this address out after too many refused tokens."
                        + " It lets go an hour after the last one; no request is sent until then"
                        + " (--force sends all the same).");
    }

    private static MatomoException ofStatus(ApiAnswer answer, ApiCall call, HttpSettings settings) {
        int status = answer.status();
        String where = "Matomo at " + settings.where();
        String got = where + " answered " + call.method() + " with HTTP " + status;
        if (isLockout(Messages.text(answer.head()))) {
            return lockedOut(settings);
        }
        return switch (status) {
            case 401 ->
                new MatomoException(
                        ErrorKind.TOKEN_REFUSED, got + ". Check MATOMO_TOKEN, and a password in front of Matomo.");
            case 403 ->
                new MatomoException(
                        ErrorKind.ACCESS_DENIED,
                        got + ". Check the token's rights, and a firewall in front of Matomo.");
            case 408 -> new MatomoException(ErrorKind.TIMEOUT, got + ".");
            case 429 -> later(answer.http(), ErrorKind.RATE_LIMITED, got + ", too many requests");
            default -> {
                if (status >= 500) {
                    yield later(answer.http(), ErrorKind.SERVER_ERROR, got);
                }
                String hint = status == 404 ? " Is there a Matomo at MATOMO_BASE_URL?" : "";
                yield new MatomoException(
                        ErrorKind.BAD_ANSWER, got + ": " + Messages.describe(answer.head()) + "." + hint);
            }
        };
    }

    private static MatomoException later(HttpAnswer answer, ErrorKind kind, String message) {
        Duration after = RateLimits.waitFor(answer);
        if (after == null) {
            return new MatomoException(kind, message + ".");
        }
        return new MatomoException.ComeBackLater(
                kind, message + "; it says to come back in " + after.toSeconds() + " s.", after);
    }

    static MatomoException badAnswer(HttpSettings settings, String what) {
        return new MatomoException(
                ErrorKind.BAD_ANSWER,
                "No API answer from " + settings.baseUrl() + ": " + what + ". Check MATOMO_BASE_URL.");
    }

    /** The exception for a request that got no answer. */
    static MatomoException of(IOException cause, HttpSettings settings) {
        String where = "Matomo at " + settings.where();
        if (cause instanceof TooLargeException) {
            return new MatomoException(
                    ErrorKind.TOO_LARGE,
                    where + " answered with " + cause.getMessage()
                            + ". Ask for less (--limit, a shorter period), or raise MATOMO_MAX_RESPONSE_MB.",
                    cause);
        }
        if (cause instanceof RedirectException) {
            return new MatomoException(ErrorKind.BAD_ANSWER, String.valueOf(cause.getMessage()), cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return new MatomoException(
                    ErrorKind.TIMEOUT,
                    where + " did not answer within " + settings.timeout().toMillis()
                            + " ms. Raise MATOMO_TIMEOUT_MS for a slow report.",
                    cause);
        }
        return new MatomoException(ErrorKind.UNREACHABLE, where + " is not reachable: " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return "no such host.";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return cause.getMessage() + ".";
        }
        if (cause instanceof SSLException) {
            return "TLS: " + cause.getMessage() + ". A private CA goes into MATOMO_CA_FILE.";
        }
        return cause.getMessage() == null ? "the connection broke." : cause.getMessage() + ".";
    }
}
