package io.opalmind.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The public parts of a {@code REDIS_URL}. lettuce reads the url itself; here it is only judged, early and without
 * loading lettuce, and described without its secrets.
 *
 * @param description hosts, ports and database, or the path of a socket
 * @param hasCredentials whether a user or a password stands in it
 */
record RedisUrl(String description, boolean hasCredentials) {
    private static final int REDIS_PORT = 6379;
    private static final int SENTINEL_PORT = 26379;

    /**
     * Null where lettuce could not use it: another scheme (in lower case), no host, a port or database that cannot be.
     *
     * @param cluster whether several hosts may stand in it, as seeds
     */
    static @Nullable RedisUrl parse(String text, boolean cluster) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String description = description(uri, authority.substring(at + 1), cluster);
        return description == null ? null : new RedisUrl(description, at > 0);
    }

    private static @Nullable String description(URI uri, String hosts, boolean cluster) {
        return switch (String.valueOf(uri.getScheme())) {
            case "redis", "rediss", "redis+ssl", "redis+tls" ->
                isWhole(uri, hosts, cluster) ? withDatabase(uri, hosts(hosts, REDIS_PORT)) : null;
            case "redis-sentinel", "rediss-sentinel" ->
                isNamed(uri) ? withDatabase(uri, hosts(hosts, SENTINEL_PORT)) : null;
            case "redis-socket", "redis+socket" -> isEmpty(uri.getPath()) ? null : Shown.text(uri.getPath());
            default -> null;
        };
    }

    /**
     * Whether host and port come apart: of a list, or a name with an underscore, lettuce would take all of it for a
     * host's name.
     */
    private static boolean isWhole(URI uri, String hosts, boolean cluster) {
        return uri.getHost() != null || (cluster && hosts.indexOf(',') > 0);
    }

    private static @Nullable String hosts(String list, int defaultPort) {
        StringBuilder hosts = new StringBuilder();
        int start = 0;
        while (start <= list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            HostPort host = HostPort.parse(list.substring(start, end), defaultPort);
            if (host == null) {
                return null;
            }
            hosts.append(start == 0 ? "" : ",").append(host);
            start = end + 1;
        }
        return hosts.toString();
    }

    private static @Nullable String withDatabase(URI uri, @Nullable String hosts) {
        String path = isEmpty(uri.getPath()) ? "/" : uri.getPath();
        String inQuery = parameter(uri, "database=");
        String inPath = path.length() == 1 ? "0" : path.substring(1);
        String database = inQuery == null ? inPath : inQuery;
        return hosts == null || Numbers.whole(database) < 0 || Numbers.whole(database) > Integer.MAX_VALUE
                ? null
                : hosts + "/" + database;
    }

    /** Sentinels are asked for a master by its name. */
    private static boolean isNamed(URI uri) {
        return !isEmpty(uri.getFragment()) || parameter(uri, "sentinelMasterId=") != null;
    }

    private static @Nullable String parameter(URI uri, String name) {
        String query = uri.getQuery() == null ? "" : "&" + uri.getQuery();
        int found = query.indexOf("&" + name);
        if (found < 0) {
            return null;
        }
        int start = found + 1 + name.length();
        int end = query.indexOf('&', start);
        return query.substring(start, end < 0 ? query.length() : end);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
