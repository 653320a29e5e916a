package io.opalmind.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.protocol.RedisProtocolException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.opalmind.store.StoreException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a few words what is wrong with a Redis. */
final class RedisFaults {
    static final String CLOSED = "the connection was closed";
    private static final int DEEPEST = 10;

    private RedisFaults() {}

    /**
     * @param limit how long was waited at the most
     * @param first what went wrong with the connection before, and says more than that it is closed
     */
    static StoreException of(Throwable failure, RedisSettings settings, Duration limit, FirstFault first) {
        if (failure instanceof StoreException named) {
            return named;
        }
        StoreException fault = of(failure, settings, limit);
        Throwable earlier = first.get();
        if (earlier != null && CLOSED.equals(fault.getMessage())) {
            fault = of(earlier, settings, limit);
        }
        // A server that refuses a client's certificate says so, and closes: its word may be lost with the connection.
        return settings.speaksTls() && CLOSED.equals(fault.getMessage())
                ? new StoreException("TLS: " + CLOSED + "; it may want another REDIS_CERT_FILE", failure)
                : fault;
    }

    private static StoreException of(Throwable failure, RedisSettings settings, Duration limit) {
        Throwable cause = telling(failure, limit, 0);
        if (cause instanceof RedisCommandExecutionException) {
            return reply(String.valueOf(cause.getMessage()), settings);
        }
        String words = cause == null ? null : words(cause, limit);
        return new StoreException(RedisSecrets.hide(words == null ? root(failure) : words, settings), failure);
    }

    /** Redis answered with that error. No cause: it would carry the words as they are, and they may quote a password. */
    static StoreException reply(String error, RedisSettings settings) {
        return new StoreException(meaning(RedisSecrets.hide(error, settings)), null);
    }

    /** What has words of ours, from the outside in; what went wrong with each seed of a cluster is merely suppressed. */
    private static @Nullable Throwable telling(Throwable failure, Duration limit, int depth) {
        if (failure instanceof RedisCommandExecutionException || words(failure, limit) != null) {
            return failure;
        }
        Throwable found = null;
        if (depth < DEEPEST) {
            Throwable cause = failure.getCause();
            found = cause == null ? null : telling(cause, limit, depth + 1);
            for (Throwable suppressed : failure.getSuppressed()) {
                found = found == null ? telling(suppressed, limit, depth + 1) : found;
            }
        }
        return found;
    }

    private static @Nullable String words(Throwable cause, Duration limit) {
        if (cause instanceof WireException) {
            return cause.getMessage();
        }
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
        if (cause instanceof NotSslRecordException || isNoTls(cause)) {
            return "TLS: what answers does not speak it";
        }
        if (cause instanceof SSLException) {
            return "TLS: " + cause.getMessage();
        }
        if (cause instanceof RedisProtocolException) {
            return "what answers is no Redis (" + cause.getMessage() + ")";
        }
        if (cause instanceof UnsupportedOperationException) {
            return "what answers is no Redis (an answer of another kind)";
        }
        return wasClosed(cause) ? CLOSED : null;
    }

    private static boolean isNoTls(Throwable cause) {
        return cause instanceof SSLException
                && String.valueOf(cause.getMessage()).startsWith("Unsupported or unrecognized SSL message");
    }

    private static boolean wasClosed(Throwable cause) {
        if (cause instanceof ClosedChannelException || cause instanceof CancellationException) {
            return true;
        }
        String message = String.valueOf(cause.getMessage());
        boolean ofSocket = cause instanceof IOException
                && (message.startsWith("Connection reset")
                        || message.startsWith("Broken pipe")
                        || message.startsWith("Socket closed")
                        || message.startsWith("Socket is closed"));
        boolean ofClient = cause instanceof RedisException
                && (message.startsWith("Connection closed")
                        || message.startsWith("Connection is closed")
                        || message.startsWith("Connection disconnected")
                        || message.startsWith("Currently not connected"));
        return ofSocket || ofClient;
    }

    /** Redis' own word with what to do about it. */
    private static String meaning(String message) {
        if (message.startsWith("WRONGPASS") || message.startsWith("ERR invalid password")) {
            return "wrong user or password (" + message + ")";
        }
        if (message.startsWith("NOAUTH")) {
            return "it asks for a password; set REDIS_PASSWORD (" + message + ")";
        }
        if (message.startsWith("NOPERM")) {
            return "its user lacks rights (" + message + ")";
        }
        if (message.startsWith("READONLY")) {
            return "it is a read-only replica (" + message + ")";
        }
        if (message.startsWith("OOM")) {
            return "it is out of memory (" + message + ")";
        }
        if (message.startsWith("MOVED ") || message.startsWith("ASK ")) {
            return "it is part of a cluster; set REDIS_CLUSTER=true (" + message + ")";
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
