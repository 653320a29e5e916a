package io.opalmind.testing.redis;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** How the test bed itself reaches a server: password of the default user, TLS, or neither. */
record Access(@Nullable String password, @Nullable SSLSocketFactory tls) {
    static final Access OPEN = new Access(null, null);

    static Access password(String password) {
        return new Access(password, null);
    }

    static Access tls(SSLSocketFactory tls) {
        return new Access(null, tls);
    }

    @Override
    public String toString() {
        return tls != null ? "TLS" : password != null ? "password" : "open";
    }
}
