package io.opalmind.store.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and as whom to sign in.
 *
 * @param nodes the server; the sentinels, or the seeds of a cluster, in the order to try them; none with a socket
 * @param socket path of a Unix socket, or null
 * @param master what the sentinels call the primary, or null where the nodes are no sentinels
 * @param username null for the default user
 * @param password null where none is asked for
 * @param clientName for CLIENT LIST, or null
 */
record RedisAddress(
        List<Node> nodes,
        @Nullable String socket,
        @Nullable String master,
        Security security,
        @Nullable String username,
        @Nullable String password,
        int database,
        @Nullable String clientName) {

    /** How a connection is secured. */
    enum Security {
        NONE,
        /** TLS, whoever is there: {@code verifyPeer=NONE}. */
        UNVERIFIED,
        /** TLS with a certificate that we trust, for whatever host: {@code verifyPeer=CA}. */
        TRUSTED,
        /** TLS with a certificate that we trust and that names the host. */
        FULL
    }

    /** @throws io.opalmind.store.StoreException where the url cannot be read */
    static RedisAddress of(RedisSettings settings) {
        String url = settings.url();
        if (url != null) {
            RedisAddress address = RedisUrlReader.read(url);
            // What stands in the url wins; the password of REDIS_PASSWORD is for a url that carries none.
            return address.password == null ? address.signedBy(settings.username(), settings.password()) : address;
        }
        return new RedisAddress(
                List.of(new Node(settings.host(), settings.port())),
                null,
                null,
                settings.tls() ? Security.FULL : Security.NONE,
                settings.username(),
                settings.password(),
                settings.database(),
                null);
    }

    private RedisAddress signedBy(@Nullable String user, @Nullable String secret) {
        return new RedisAddress(nodes, socket, master, security, user, secret, database, clientName);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RedisAddress" + nodes;
    }
}
