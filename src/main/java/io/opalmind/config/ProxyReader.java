package io.opalmind.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the proxies as curl does: both spellings of a name, the lower-case one first. */
final class ProxyReader {
    /** What curl takes where a proxy is named without a port. */
    private static final int STANDARD_PORT = 1080;

    private static final String ACCEPTED = "not the address of a proxy; http://[USER:PASSWORD@]HOST[:PORT],"
            + " with %25, %40, %2F in place of %, @, / in user and password";

    private final Settings settings;

    ProxyReader(Settings settings) {
        this.settings = settings;
    }

    ProxyConfig read() {
        Setting hosts = settings.sources().find(Variable.NO_PROXY, "no_proxy", "NO_PROXY");
        NoProxy noProxy = new NoProxy(hosts == null ? "" : hosts.value());
        return new ProxyConfig(
                server(Variable.HTTPS_PROXY, "https_proxy"), server(Variable.HTTP_PROXY, "http_proxy"), noProxy);
    }

    private @Nullable ProxyServer server(Variable variable, String lowerCase) {
        Setting setting = settings.sources().find(variable, lowerCase, variable.name());
        if (setting == null) {
            return null;
        }
        ProxyServer server = parse(setting.stripped());
        if (server == null) {
            settings.findings().bad(setting, ACCEPTED);
        }
        return server;
    }

    /** By hand, not by {@code URI}: passwords have characters that it refuses and curl takes. */
    private static @Nullable ProxyServer parse(String address) {
        int scheme = address.indexOf("://");
        if (scheme >= 0 && !address.substring(0, scheme).equalsIgnoreCase("http")) {
            return null;
        }
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        int at = rest.lastIndexOf('@');
        int slash = rest.indexOf('/', at + 1);
        HostPort server = HostPort.parse(rest.substring(at + 1, slash < 0 ? rest.length() : slash), STANDARD_PORT);
        if (server == null) {
            return null;
        }
        return at < 0
                ? new ProxyServer(server.host(), server.port(), null, null)
                : withUser(server, rest.substring(0, at));
    }

    private static @Nullable ProxyServer withUser(HostPort server, String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        if (user == null || password == null) {
            return null;
        }
        return new ProxyServer(server.host(), server.port(), user, new Secret(password));
    }

    /** Null where a {@code %} is followed by no two hexadecimal digits, or a control character comes out. */
    private static @Nullable String decoded(String text) {
        try {
            // A + is a + here; only forms mean a blank by it.
            String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            return SecretText.hasControls(decoded) ? null : decoded;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
