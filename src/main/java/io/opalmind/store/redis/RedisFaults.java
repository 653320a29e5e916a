package io.opalmind.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.opalmind.store.StoreException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says in a few words what is wrong with a Redis. */
final class RedisFaults {
    /** What lettuce calls it: a connection that does not reconnect takes no commands once it is closed. */
    private static final List<String> LOST =
            List.of("Currently not connected. Commands are rejected.", "Connection disconnected", "Connection closed");

    private RedisFaults() {}

    static StoreException of(Throwable failure, RedisSettings settings) {
        if (failure instanceof StoreException named) {
            return named;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = words(cause, settings);
            if (words != null) {
                return new StoreException(words, failure);
            }
        }
        return new StoreException(root(failure), failure);
    }

    private static @org.jspecify.annotations.Nullable String words(Throwable cause, RedisSettings settings) {
        if (cause instanceof RedisCommandExecutionException) {
            return reply(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof RedisCommandTimeoutException || cause instanceof TimeoutException) {
            return "no answer within " + settings.commandTimeout().toMillis() + " ms";
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "no such host";
        }
        if (cause instanceof io.netty.channel.ConnectTimeoutException) {
            return "no connection within " + settings.connectTimeout().toMillis() + " ms";
        }
        if (cause instanceof NoRouteToHostException) {
            return "no route to host";
        }
        if (cause instanceof ConnectException) {
            return String.valueOf(cause.getMessage()).contains("refused") ? "Connection refused" : root(cause);
        }
        if (cause instanceof SSLException) {
            return tls(String.valueOf(cause.getMessage()));
        }
        return LOST.contains(String.valueOf(cause.getMessage())) ? "the connection was lost" : null;
    }

    private static String tls(String message) {
        return message.contains("unable to find valid certification path")
                ? "TLS: its certificate is of an unknown authority; a private one goes into REDIS_CA_FILE"
                : "TLS: " + message;
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
