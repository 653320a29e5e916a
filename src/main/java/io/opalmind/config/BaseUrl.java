package io.opalmind.config;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The address of Matomo, from whatever form people copy it in to the one that requests are built on. */
final class BaseUrl {
    private static final String ACCEPTED =
            "the http:// or https:// address of Matomo, as https://analytics.example.com/";

    private BaseUrl() {}

    /**
     * The root of Matomo, ending in {@code /}, without query and fragment, host in lower case, a standard port left
     * out; null, and a fault, where the setting is no such address.
     */
    static @Nullable URI read(Setting setting, Findings findings) {
        String text = withoutQuery(setting.stripped());
        URI uri = parsed(text);
        String scheme =
                uri == null || uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri == null || !(scheme.equals("http") || scheme.equals("https"))) {
            findings.bad(setting, "not an address; " + ACCEPTED);
            return null;
        }
        if (String.valueOf(uri.getRawAuthority()).indexOf('@') >= 0) {
            findings.bad(setting, "has a user or password in it; " + ACCEPTED + ", the token in MATOMO_TOKEN");
            return null;
        }
        String host = host(uri);
        int port = uri.getPort();
        if (host == null || port == 0 || port > 65535) {
            findings.bad(setting, "has no host or port that can be; " + ACCEPTED);
            return null;
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            findings.warn(setting + " is an http:// address on another machine: the token crosses the network"
                    + " unencrypted. Use https:// where Matomo offers it.");
        }
        boolean standard = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return URI.create(scheme + "://" + host + (standard ? "" : ":" + port) + root(uri.getRawPath()));
    }

    private static @Nullable URI parsed(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null || uri.getRawAuthority() == null) {
                return uri;
            }
            // A host with letters beyond ASCII; what is no host stays without one.
            return new URI(new URI(uri.getScheme(), IDN.toASCII(uri.getAuthority()), uri.getPath(), null, null)
                    .toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Cut before parsing: an address copied from the browser has characters there that {@code URI} refuses. */
    private static String withoutQuery(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '#') {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static @Nullable String host(URI uri) {
        return uri.getHost() == null ? null : uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static String root(String path) {
        String rest = withoutSlashes(path);
        int slash = rest.lastIndexOf('/');
        switch (rest.substring(slash + 1)) {
            case "index.php", "matomo.php", "piwik.php" -> rest = withoutSlashes(rest.substring(0, slash));
            default -> {}
        }
        return rest + "/";
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || isLoopbackAddress(host);
    }

    /** 127.0.0.0/8, and not a name that begins like it. */
    private static boolean isLoopbackAddress(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return host.startsWith("127.");
    }
}
