package io.opalmind.config;

import org.jspecify.annotations.Nullable;

/**
 * {@code HOST[:PORT]}, an IPv6 address in brackets.
 *
 * @param host without brackets
 */
record HostPort(String host, int port) {

    /** Null where the text is none: no host, no number from 1 to 65535, or characters that no host has. */
    static @Nullable HostPort parse(String text, int defaultPort) {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', bracket + 1);
        String host = colon < 0 ? text : text.substring(0, colon);
        if (bracket > 0 && host.length() != bracket + 1) {
            return null;
        }
        long port = colon < 0 ? defaultPort : Numbers.whole(text.substring(colon + 1));
        String name = bracket > 0 ? host.substring(1, bracket) : host;
        return isHost(name) && port >= 1 && port <= 65535 ? new HostPort(name, (int) port) : null;
    }

    /** Whether the text can be a host name or an address; names are not looked up. */
    static boolean isHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-._:%".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** As addresses are written: an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
