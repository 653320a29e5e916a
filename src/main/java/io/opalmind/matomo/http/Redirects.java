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
        boolean sameHost = from.getHost().equalsIgnoreCase(to.getHost());
        boolean downgrade = "https".equals(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
        if (!sameHost || downgrade) {
            throw new RedirectException("Matomo at " + from.getHost() + " redirects to "
                    + to.getScheme() + "://" + to.getHost()
                    + ", and the token is not sent there. If that is your Matomo, set MATOMO_BASE_URL to it.");
        }
        return to;
    }

    private static URI resolve(URI from, String location) throws IOException {
        try {
            URI to = from.resolve(location);
            if (to.getHost() != null && to.getScheme().startsWith("http")) {
                return to;
            }
        } catch (IllegalArgumentException unreadable) {
            // falls through to the same message: a Location that names no place
        }
        throw new RedirectException("Matomo at " + from.getHost() + " redirects to no readable address.");
    }
}
