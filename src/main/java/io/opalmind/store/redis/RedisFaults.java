package io.opalmind.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.protocol.RedisProtocolException;
import io.netty.channel.ConnectTimeoutException;
import io.opalmind.store.StoreException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a few words what is wrong with a Redis. */
final class RedisFaults {
    private RedisFaults() {}

    /** @param limit how long was waited at the most */
    static StoreException of(Throwable failure, RedisSettings settings, Duration limit) {
        if (failure instanceof StoreException named) {
            return named;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisCommandExecutionException) {
                // No cause: it would carry the server's words as they are, and they may quote a password.
                return new StoreException(reply(RedisSecrets.hide(String.valueOf(cause.getMessage()), settings)), null);
            }
            String words = words(cause, limit);
            if (words != null) {
                return new StoreException(RedisSecrets.hide(words, settings), failure);
            }
        }
        return new StoreException(RedisSecrets.hide(root(failure), settings), failure);
    }

    private static @Nullable String words(Throwable cause, Duration limit) {
        if (cause instanceof RedisCommandTimeoutException
                || cause instanceof TimeoutException
                || cause instanceof ConnectTimeoutException) {
            return "no answer within " + limit.toMillis() + " ms";
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "no such host";
        }
        if (cause instanceof NoRouteToHostException) {
            return "no route to host";
        }
        if (cause instanceof ConnectException) {
            return String.valueOf(cause.getMessage()).contains("refused") ? "Connection refused" : root(cause);
        }
        if (cause instanceof SSLException) {
            return "TLS: " + cause.getMessage();
        }
        if (cause instanceof RedisProtocolException) {
            return "what answers is no Redis (" + cause.getMessage() + ")";
        }
        return null;
    }

    /** Redis' own word with what to do about it. */
    private static String reply(String message) {
        if (message.startsWith("WRONGPASS") || message.startsWith("ERR invalid password")) {
            return "wrong user or password (" + message + ")";
        }
        if (message.startsWith("NOAUTH")) {
            return "it asks for a password; set REDIS_PASSWORD (" + message + ")";
        }
        if (message.startsWith("READONLY")) {
            return "it is a read-only replica (" + message + ")";
        }
        if (message.startsWith("OOM")) {
            return "it is out of memory (" + message + ")";
        }
        if (message.startsWith("LOADING")) {
            return "it is still loading its data (" + message + ")";
        }
        return message;
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
