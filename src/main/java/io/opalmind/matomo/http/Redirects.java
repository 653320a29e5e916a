package io.opalmind.matomo.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Follows a redirect to the same host, and no other: the body carries the token. */
final class Redirects {
    private Redirects() {}

    /** Where the answer sends us, or null where it is no redirect. */
    static @Nullable URI next(URI from, HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String location = connection.getHeaderField("Location");
        if (status < 300 || status > 308 || status == 304 || location == null) {
            return null;
        }
        URI to = resolve(from, location);
        if (!isSamePlace(from, to)) {
            throw new RedirectException("Matomo at " + from.getAuthority() + " redirects to "
                    + to.getScheme() + "://" + to.getHost() + (to.getPort() < 0 ? "" : ":" + to.getPort())
                    + ", and the token is not sent there. If that is your Matomo, set MATOMO_BASE_URL to it.");
        }
        return to;
    }

    /** Host and port are the same, or http becomes https, which may have another port. The way back is none. */
    private static boolean isSamePlace(URI from, URI to) {
        if (!from.getHost().equalsIgnoreCase(to.getHost())) {
            return false;
        }
        boolean fromTls = isTls(from);
        return fromTls == isTls(to) ? port(from) == port(to) : !fromTls;
    }

    private static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isTls(uri) ? 443 : 80;
    }

    private static URI resolve(URI from, String location) throws IOException {
        try {
            URI to = from.resolve(location);
            if (to.getHost() != null && (isTls(to) || "http".equalsIgnoreCase(to.getScheme()))) {
                return to;
            }
        } catch (IllegalArgumentException unreadable) {
            // falls through to the same message: a Location that names no place
        }
        throw new RedirectException(
                "Matomo at " + from.getAuthority() + " redirects to no readable address. Check MATOMO_BASE_URL.");
    }
}
