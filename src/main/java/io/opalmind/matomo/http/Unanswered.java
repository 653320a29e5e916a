package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a request that got no answer, or not all of it. */
final class Unanswered {
    private Unanswered() {}

    static MatomoException of(IOException cause, HttpSettings settings) {
        return of(cause, settings, " Raise MATOMO_TIMEOUT_MS for a slow report.");
    }

    /** The same for hits, which are all alike small. */
    static MatomoException ofHit(IOException cause, HttpSettings settings) {
        return of(cause, settings, " Raise MATOMO_TIMEOUT_MS for a slow server.");
    }

    private static MatomoException of(IOException cause, HttpSettings settings, String onTimeout) {
        if (cause instanceof TooLargeException) {
            return new MatomoException(
                    ErrorKind.TOO_LARGE,
                    "Matomo at " + settings.where() + " answered with " + cause.getMessage()
                            + ". Ask for less (--limit, a shorter period), or raise MATOMO_MAX_RESPONSE_MB.",
                    cause);
        }
        if (cause instanceof RedirectException) {
            return new MatomoException(ErrorKind.BAD_ANSWER, String.valueOf(cause.getMessage()), cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return new MatomoException(
                    ErrorKind.TIMEOUT,
                    where(settings) + " did not answer within "
                            + settings.timeout().toMillis() + " ms." + onTimeout,
                    cause);
        }
        if (cause instanceof ZipException) {
            return Failures.badAnswer(settings, "what it calls gzip is none");
        }
        if ("Invalid Http response".equals(cause.getMessage())) {
            return Failures.badAnswer(settings, "what came is not HTTP");
        }
        return unreachable(cause, settings);
    }

    private static MatomoException unreachable(IOException cause, HttpSettings settings) {
        if (cause instanceof NoRetryException) {
            return new MatomoException(ErrorKind.UNREACHABLE, String.valueOf(cause.getMessage()), cause);
        }
        if (isProxyRefusal(cause)) {
            String message = proxyRefusal(settings);
            return new MatomoException(ErrorKind.UNREACHABLE, message, new NoRetryException(message, cause));
        }
        if (certificateFault(cause) != null) {
            String message = untrusted(cause, settings);
            return new MatomoException(ErrorKind.UNREACHABLE, message, new NoRetryException(message, cause));
        }
        return new MatomoException(ErrorKind.UNREACHABLE, broken(cause, settings), cause);
    }

    private static String broken(IOException cause, HttpSettings settings) {
        if (cause instanceof UnknownHostException) {
            return where(settings) + " is not reachable: no such host. Check MATOMO_BASE_URL.";
        }
        String reason = cause.getMessage() == null ? "it ended too early" : cause.getMessage();
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return where(settings) + " is not reachable: " + reason + ". Check MATOMO_BASE_URL and the network.";
        }
        String what = cause instanceof SSLException ? "The TLS connection to " : "The connection to ";
        return what + where(settings) + " broke: " + reason + ". Check the server and what stands before it.";
    }

    private static String untrusted(IOException cause, HttpSettings settings) {
        String chain = String.valueOf(certificateFault(cause));
        // The JDK puts the names of its own exceptions before the reason.
        String reason = chain.substring(chain.lastIndexOf("Exception: ") < 0 ? 0 : chain.lastIndexOf(": ") + 2);
        boolean otherName = reason.contains("matching");
        String next = otherName
                ? "It was made for another name: check MATOMO_BASE_URL."
                : "The PEM file of a private CA goes into MATOMO_CA_FILE.";
        return "The certificate of " + where(settings) + " is not trusted: " + reason + ". " + next;
    }

    /** Why a certificate was not taken, or null where that is not what went wrong. */
    private static @Nullable String certificateFault(IOException failure) {
        return failure instanceof SSLException && failure.getCause() instanceof CertificateException fault
                ? fault.getMessage()
                : null;
    }

    /** The JDK has no exception of its own for a tunnel that a proxy refuses. */
    private static boolean isProxyRefusal(IOException cause) {
        String message = cause.getMessage();
        return message != null && message.startsWith("Unable to tunnel") && message.contains(" 407");
    }

    static String proxyRefusal(HttpSettings settings) {
        HttpSettings.ProxySettings proxy = settings.proxy();
        if (proxy == null) {
            return "Something before Matomo at " + settings.where() + " wants a proxy's user and password (HTTP 407)."
                    + " Set HTTPS_PROXY or HTTP_PROXY.";
        }
        return "The proxy at " + proxy
                + (proxy.credentials() == null ? " wants a user and password" : " refused user and password")
                + " (HTTP 407). Check HTTPS_PROXY and HTTP_PROXY: http://USER:PASSWORD@HOST:PORT.";
    }

    private static String where(HttpSettings settings) {
        HttpSettings.ProxySettings proxy = settings.proxy();
        return "Matomo at " + settings.where() + (proxy == null ? "" : " (through the proxy at " + proxy + ")");
    }
}
