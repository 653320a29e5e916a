package io.opalmind.testing.redis;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** How the test bed itself reaches a server: as the default user or another, with a password, TLS, or neither. */
record Access(
        @Nullable String user,
        @Nullable String password,
        @Nullable SSLSocketFactory tls) {
    static final Access OPEN = new Access(null, null, null);

    static Access password(String password) {
        return new Access(null, password, null);
    }

    static Access user(String user, String password) {
        return new Access(user, password, null);
    }

    static Access tls(SSLSocketFactory tls) {
        return new Access(null, null, tls);
    }

    @Override
    public String toString() {
        return tls != null ? "TLS" : password != null ? "password" : "open";
    }
}
