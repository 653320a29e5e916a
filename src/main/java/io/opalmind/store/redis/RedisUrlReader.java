package io.opalmind.store.redis;

import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisAddress.Security;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a url of Redis as lettuce does. lettuce's RedisURI keeps a password in reactor's types, which cost more start-up
 * than the whole connection; RedisUrlReaderTest holds the two together.
 */
final class RedisUrlReader {
    private static final int REDIS_PORT = 6379;
    private static final int SENTINEL_PORT = 26379;

    private final URI uri;
    private final String scheme;
    private final String authority;

    private RedisUrlReader(URI uri) {
        this.uri = uri;
        this.scheme = uri.getScheme() == null ? "" : uri.getScheme();
        this.authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    }

    /**
     * The address in the url. Its {@code timeout} is not looked at, as the settings have timeouts of their own.
     *
     * @throws StoreException where it is none; the message does not quote it
     */
    static RedisAddress read(String url) {
        try {
            return new RedisUrlReader(new URI(url)).address();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The cause would quote the url with its password.
            throw new StoreException("REDIS_URL cannot be read", null);
        }
    }

    private RedisAddress address() {
        boolean sentinel = scheme.equals("redis-sentinel") || scheme.equals("rediss-sentinel");
        boolean socket = scheme.equals("redis-socket") || scheme.equals("redis+socket");
        String credentials = credentials();
        int colon = credentials.indexOf(':');
        String user = colon > 0 ? decoded(credentials.substring(0, colon)) : null;
        String password = decoded(credentials.substring(colon + 1));
        boolean signed = !password.isEmpty();
        return new RedisAddress(
                socket ? List.of() : nodes(sentinel ? SENTINEL_PORT : REDIS_PORT),
                socket ? uri.getPath() : null,
                sentinel ? master() : null,
                security(socket),
                signed ? user : null,
                signed ? password : null,
                database(socket),
                parameter("clientname"));
    }

    private String credentials() {
        return authority.substring(0, Math.max(0, authority.lastIndexOf('@')));
    }

    /** A plus is a plus, as in every URI but the queries of forms. */
    private static String decoded(String text) {
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private List<Node> nodes(int defaultPort) {
        String hosts = authority.substring(authority.lastIndexOf('@') + 1);
        List<Node> nodes = new ArrayList<>();
        int start = 0;
        while (start <= hosts.length()) {
            int comma = hosts.indexOf(',', start);
            int end = comma < 0 ? hosts.length() : comma;
            nodes.add(node(hosts.substring(start, end), defaultPort));
            start = end + 1;
        }
        return nodes;
    }

    private static Node node(String text, int defaultPort) {
        int bracket = text.indexOf(']');
        int colon = text.indexOf(':', bracket + 1);
        String host = colon < 0 ? text : text.substring(0, colon);
        if (bracket > 0) {
            host = text.substring(1, bracket);
        }
        int port = colon < 0 ? defaultPort : Integer.parseInt(text.substring(colon + 1));
        if (host.isEmpty() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("no host, or no port");
        }
        return new Node(host, port);
    }

    private String master() {
        String master = parameter("sentinelmasterid");
        String named = master == null ? uri.getFragment() : master;
        if (named == null) {
            throw new IllegalArgumentException("the sentinels want the name of a primary");
        }
        return named;
    }

    private Security security(boolean socket) {
        boolean tls =
                switch (scheme) {
                    case "rediss", "redis+ssl", "redis+tls", "rediss-sentinel" -> true;
                    case "redis", "redis-sentinel", "redis-socket", "redis+socket" -> false;
                    default -> throw new IllegalArgumentException("another scheme");
                };
        String verify = parameter("verifypeer");
        if (!tls || socket) {
            return Security.NONE;
        }
        return switch (verify == null ? "FULL" : verify.toUpperCase(Locale.ROOT)) {
            case "NONE" -> Security.UNVERIFIED;
            case "CA" -> Security.TRUSTED;
            case "FULL" -> Security.FULL;
            default -> throw new IllegalArgumentException("verifyPeer is none of NONE, CA, FULL");
        };
    }

    private int database(boolean socket) {
        String path = socket || uri.getPath() == null ? "" : uri.getPath();
        String asked = parameter("database");
        String inQuery = asked == null ? parameter("db") : asked;
        String text = inQuery != null ? inQuery : path.length() > 1 ? path.substring(1) : "0";
        int database = Integer.parseInt(text);
        if (database < 0) {
            throw new IllegalArgumentException("no database");
        }
        return database;
    }

    /** The last one of that name, in lower case; null where there is none with a value. */
    private @Nullable String parameter(String name) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        String value = null;
        int start = 0;
        for (int end = 0; end <= query.length(); end++) {
            if (end == query.length() || query.charAt(end) == '&' || query.charAt(end) == ';') {
                int equals = query.indexOf('=', start);
                boolean named = equals > 0
                        && equals < end - 1
                        && query.substring(start, equals)
                                .toLowerCase(Locale.ROOT)
                                .equals(name);
                value = named ? query.substring(equals + 1, end) : value;
                start = end + 1;
            }
        }
        return value;
    }
}
