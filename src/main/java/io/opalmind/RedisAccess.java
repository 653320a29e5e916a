package io.opalmind;

import io.opalmind.config.Config;
import io.opalmind.config.ConfigException;
import io.opalmind.config.Fault;
import io.opalmind.config.RedisConfig;
import io.opalmind.config.Secret;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.RedisSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of an invocation to the configured Redis, opened when first needed. Where it fails there is one
 * warning, and from then on there is none: nothing reconnects.
 */
final class RedisAccess implements AutoCloseable {
    private final @Nullable RedisConfig config;
    private final Notices notices;
    private @Nullable RedisLink link;
    private boolean failed;
    private @Nullable StoreException cause;
    private volatile boolean closed;

    RedisAccess(Config config, Notices notices) {
        this.config = config.redis();
        this.notices = notices;
    }

    boolean isConfigured() {
        return config != null;
    }

    /** Whether it is configured and has not failed; it may be that nobody has tried yet. */
    boolean isUp() {
        return config != null && !failed && !closed;
    }

    boolean hasFailed() {
        return failed;
    }

    /** The connection, or null where there is none to be had. */
    synchronized @Nullable RedisLink link() {
        if (config == null || !isUp()) {
            return null;
        }
        if (link == null) {
            try {
                link = RedisLink.open(settings(config));
                notices.detail("Redis connection established: " + config.describe());
            } catch (StoreException e) {
                failed(e);
            }
        }
        return link;
    }

    /**
     * The connection.
     *
     * @throws StoreException where there is none to be had; the message names the cause
     */
    RedisLink linkOrThrow() {
        RedisLink open = link();
        if (open == null) {
            StoreException why = cause;
            throw why == null ? new StoreException("the connection was closed", null) : why;
        }
        return open;
    }

    /**
     * The connection, for what cannot be done without.
     *
     * @throws ConfigException where no Redis is configured
     * @throws RedisNeededException where it cannot be reached
     */
    synchronized RedisLink required() {
        if (config == null) {
            throw new ConfigException(List.of(new Fault(
                    "REDIS_URL",
                    "",
                    null,
                    "not set, and this command looks into Redis. Set REDIS_URL, or REDIS_HOST and REDIS_PORT,"
                            + " in the environment, in .env or in a profile")));
        }
        try {
            RedisLink open = link == null ? RedisLink.open(settings(config)) : link;
            link = open;
            return open;
        } catch (StoreException e) {
            throw new RedisNeededException(
                    "Redis connection failed (" + config.describe() + ": " + e.getMessage()
                            + "), and this command cannot do without. Check REDIS_URL, or REDIS_HOST and REDIS_PORT.",
                    e);
        }
    }

    /** It failed what cannot be done without. */
    RedisNeededException fault(StoreException cause) {
        String where = config == null ? "" : config.describe() + ": ";
        return new RedisNeededException(
                "Redis failed (" + where + cause.getMessage() + "). Try again; 'opalmind health' tells how it stands.",
                cause);
    }

    /** It did not do what it was asked. Once closed, which a signal does from another thread, that is worth no word. */
    void failed(StoreException fault) {
        if (!failed && !closed && config != null) {
            failed = true;
            cause = fault;
            notices.warn("Redis connection failed, falling back to in-memory storage (" + config.describe() + ": "
                    + fault.getMessage() + ")");
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        RedisLink open = link;
        if (open != null) {
            open.close();
        }
    }

    private static RedisSettings settings(RedisConfig redis) {
        return new RedisSettings(
                reveal(redis.url()),
                redis.host(),
                redis.port(),
                redis.database(),
                redis.tls().enabled(),
                redis.username(),
                reveal(redis.password()),
                redis.tls().caFile(),
                redis.tls().certFile(),
                redis.tls().keyFile(),
                redis.cluster(),
                redis.connectTimeout(),
                redis.commandTimeout(),
                redis.describe());
    }

    private static @Nullable String reveal(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }
}
