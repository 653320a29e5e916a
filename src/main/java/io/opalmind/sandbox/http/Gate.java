package io.opalmind.sandbox.http;

import io.opalmind.sandbox.api.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Looks at tokens. */
public final class Gate {
    private final byte[] token;
    private final Logins logins;

    /** @param token the only one that is good */
    public Gate(String token, Clock clock) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.logins = new Logins(clock);
    }

    /** What a token may do. A failed login is counted by {@link #reject}. */
    Access access(@Nullable String sent) {
        if (sent == null || sent.isEmpty() || sent.equals("anonymous")) {
            return Access.NONE;
        }
        boolean good = MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8));
        return good ? Access.ADMIN : Access.REJECTED;
    }

    /** Counts a failed login. */
    void reject() {
        logins.reject();
    }

    /** Whether too many logins failed: no token is good then. */
    boolean isLockedOut() {
        return logins.areLockedOut();
    }
}
