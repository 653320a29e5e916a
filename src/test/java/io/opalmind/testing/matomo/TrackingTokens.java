package io.opalmind.testing.matomo;

import org.jspecify.annotations.Nullable;

/**
 * The token as matomo.php sees it: looked at only where a hit needs it, and counted as a failed login whenever it does not
 * do, a good one of too little access as well.
 */
final class TrackingTokens {
    /** Thrown where a token is to be looked at while this address is locked out. */
    static final class LockedOut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Logins logins;

    TrackingTokens(Logins logins) {
        this.logins = logins;
    }

    /**
     * Whether the token has at least write access to the site.
     *
     * @param form whether it came in the body of a form, as a 'secure' one must
     */
    boolean mayWrite(@Nullable String token, boolean form, String site) {
        Asker asker = asker(token, form);
        if (asker == Asker.NOBODY) {
            return false;
        }
        boolean may = asker != null && asker.mayWrite(site);
        if (!may) {
            logins.reject();
        }
        return may;
    }

    /** Whether the token of a bulk has write access to anything; a known one without is no failed login. */
    boolean mayWriteSomewhere(@Nullable String token) {
        Asker asker = asker(token, false);
        if (asker == null) {
            logins.reject();
        }
        return asker != null && asker.mayWrite("1");
    }

    private @Nullable Asker asker(@Nullable String token, boolean form) {
        if (Gate.isNone(token)) {
            return Asker.NOBODY;
        }
        if (logins.areLockedOut()) {
            throw new LockedOut();
        }
        return Gate.asker(token, !form);
    }
}
