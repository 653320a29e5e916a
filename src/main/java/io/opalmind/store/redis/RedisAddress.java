package io.opalmind.store.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import io.opalmind.store.StoreException;
import java.net.URI;
import java.util.List;

/** Settings as lettuce's addresses. */
final class RedisAddress {
    private RedisAddress() {}

    /**
     * One address; of a cluster, each of its seeds.
     *
     * @throws StoreException where the url cannot be read
     */
    static List<RedisURI> of(RedisSettings settings) {
        String url = settings.url();
        List<RedisURI> uris = url == null ? List.of(fromParts(settings)) : fromUrl(url, settings.cluster());
        for (RedisURI uri : uris) {
            prepare(uri, settings);
            authenticate(uri, settings);
            for (RedisURI sentinel : uri.getSentinels()) {
                prepare(sentinel, settings);
            }
        }
        return uris;
    }

    private static void prepare(RedisURI uri, RedisSettings settings) {
        uri.setTimeout(settings.connectTimeout());
        // Empty is none: it saves a round trip of CLIENT SETINFO.
        uri.setLibraryName("");
        uri.setLibraryVersion("");
    }

    private static List<RedisURI> fromUrl(String url, boolean cluster) {
        try {
            return cluster ? RedisClusterURIUtil.toRedisURIs(URI.create(url)) : List.of(RedisURI.create(url));
        } catch (RuntimeException e) {
            // lettuce's message quotes the URL with its password
            throw new StoreException("REDIS_URL cannot be read", null);
        }
    }

    private static RedisURI fromParts(RedisSettings settings) {
        RedisURI uri = RedisURI.create(settings.host(), settings.port());
        uri.setDatabase(settings.database());
        uri.setSsl(settings.tls());
        return uri;
    }

    /** What stands in the URL wins; the password of REDIS_PASSWORD is for a URL that carries none. */
    private static void authenticate(RedisURI uri, RedisSettings settings) {
        String password = settings.password();
        boolean inUrl = settings.url() != null && settings.url().indexOf('@') >= 0;
        if (password == null || inUrl) {
            return;
        }
        RedisURI.Builder with = RedisURI.builder(uri);
        RedisURI signed = settings.username() == null
                ? with.withPassword(password.toCharArray()).build()
                : with.withAuthentication(settings.username(), password.toCharArray())
                        .build();
        uri.setCredentialsProvider(signed.getCredentialsProvider());
    }
}
