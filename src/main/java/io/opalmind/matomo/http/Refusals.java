package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;

/** What Matomo refuses with a message of its own. */
final class Refusals {
    private Refusals() {}

    static MatomoException of(String message, String what, HttpSettings settings) {
        if (isLockout(message)) {
            return lockedOut(settings);
        }
        if (message.contains("Unable to authenticate")) {
            return new MatomoException(
                    ErrorKind.TOKEN_REFUSED,
                    "Matomo at " + settings.where() + " refused the token: unknown or expired. Check MATOMO_TOKEN;"
                            + " more than 20 refusals in an hour lock this address out.");
        }
        if (message.contains("You can't access this resource")) {
            return accessDenied(message, what, settings);
        }
        boolean noPlugin = message.contains("is not enabled") && message.contains("plugin");
        return new MatomoException(
                noPlugin ? ErrorKind.PLUGIN_MISSING : ErrorKind.REQUEST_REFUSED,
                "Matomo at " + settings.where() + " refused " + what + ": " + Messages.quote(message, settings));
    }

    /** The token is known, and may not do this. */
    static MatomoException accessDenied(String message, String what, HttpSettings settings) {
        return new MatomoException(
                ErrorKind.ACCESS_DENIED,
                "Matomo at " + settings.where() + " refused the token for " + what + ": "
                        + Messages.quote(message, settings) + " Check MATOMO_TOKEN and the rights of its user.");
    }

    static boolean isLockout(String message) {
        return message.contains("Too many failed logins") || message.contains("too many failed logins");
    }

    static MatomoException lockedOut(HttpSettings settings) {
        return new MatomoException(
                ErrorKind.LOCKED_OUT,
                "Matomo at " + settings.where() + " has locked this address out after too many refused tokens."
                        + " It lets go an hour after the last one; no request is sent until then"
                        + " (--force sends all the same).");
    }
}
