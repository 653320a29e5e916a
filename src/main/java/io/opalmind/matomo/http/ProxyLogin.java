package io.opalmind.matomo.http;

import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * User and password for a proxy. With http the proxy reads the header of the request itself; with https the JDK sends no
 * header of ours with its CONNECT, but asks here once the proxy has asked. The server sees neither.
 */
final class ProxyLogin extends Authenticator {
    private final String user;
    private final String password;
    /** The JDK asks on the thread that sends. Several may, each with a request of its own. */
    private final ThreadLocal<Boolean> answered = new ThreadLocal<>();

    private ProxyLogin(String credentials) {
        int colon = credentials.indexOf(':');
        this.user = colon < 0 ? credentials : credentials.substring(0, colon);
        this.password = colon < 0 ? "" : credentials.substring(colon + 1);
    }

    static @Nullable ProxyLogin of(HttpSettings.@Nullable ProxySettings proxy) {
        return proxy == null || proxy.credentials() == null ? null : new ProxyLogin(proxy.credentials());
    }

    void prepare(HttpURLConnection connection) {
        answered.remove();
        if (connection instanceof HttpsURLConnection) {
            connection.setAuthenticator(this);
            return;
        }
        byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty(
                "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(plain));
    }

    /** Answers once a request: the JDK would offer a wrong password to the proxy twenty times. */
    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY || answered.get() != null) {
            return null;
        }
        answered.set(true);
        return new PasswordAuthentication(user, password.toCharArray());
    }
}
