package io.opalmind.store.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a server says fit for a message. A server that does not know AUTH quotes its words, the password among them;
 * and what is no Redis may say anything.
 */
final class RedisSecrets {
    private static final int LONGEST = 200;

    private RedisSecrets() {}

    /** One line of 200 characters at the most, without the passwords of those settings. */
    static String hide(String said, RedisSettings settings) {
        String text = said;
        for (String secret : secrets(settings)) {
            text = text.replace(secret, "***");
        }
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            line.append(isVisible(c) ? c : ' ');
        }
        return text.length() > LONGEST ? line.append('…').toString() : line.toString();
    }

    private static boolean isVisible(char c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }

    private static List<String> secrets(RedisSettings settings) {
        List<String> secrets = new ArrayList<>();
        add(secrets, settings.password());
        if (settings.url() != null) {
            add(secrets, settings.url());
            addFromUrl(secrets, settings.url());
        }
        // The longest first: one may be a part of another.
        secrets.sort(Comparator.comparingInt(String::length).reversed());
        return secrets;
    }

    private static void addFromUrl(List<String> secrets, String url) {
        try {
            URI uri = new URI(url);
            addPassword(secrets, uri.getRawAuthority());
            addPassword(secrets, uri.getAuthority());
        } catch (URISyntaxException unreadable) {
            return; // then nobody signed in with it
        }
    }

    private static void addPassword(List<String> secrets, @Nullable String authority) {
        int end = authority == null ? -1 : authority.lastIndexOf('@');
        if (authority != null && end > 0) {
            int colon = authority.indexOf(':');
            add(secrets, authority.substring(colon < 0 || colon > end ? 0 : colon + 1, end));
        }
    }

    private static void add(List<String> secrets, @Nullable String secret) {
        if (secret != null && !secret.isEmpty()) {
            secrets.add(secret);
        }
    }
}
