package io.opalmind.store.redis.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Over which kind of network a server was reached. */
enum Reach {
    THIS_HOST,
    PRIVATE,
    PUBLIC,
    UNKNOWN;

    private static final int UNIQUE_LOCAL = 0xfc;

    /** @param local the server's own end of the connection, as CLIENT INFO writes it: {@code 10.0.0.5:6379}, {@code [::1]:6379} */
    static Reach of(@Nullable String local) {
        int colon = local == null ? -1 : local.lastIndexOf(':');
        if (local == null || colon < 1) {
            return UNKNOWN;
        }
        String host = local.substring(0, colon).replace("[", "").replace("]", "");
        if (host.startsWith("/")) {
            return THIS_HOST; // a socket file
        }
        try {
            return of(InetAddress.getByName(host)); // digits, which nobody has to look up
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    private static Reach of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return THIS_HOST;
        }
        boolean unique = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL;
        return unique || address.isSiteLocalAddress() || address.isLinkLocalAddress() ? PRIVATE : PUBLIC;
    }
}
