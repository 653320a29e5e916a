package io.opalmind.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are reached without a proxy, as curl reads {@code NO_PROXY}: entries apart by commas or blanks; a name
 * stands for itself and what ends in a dot and it, with or without a dot (or {@code *.}) before it; {@code *} is every
 * host. Beyond curl, an entry may have a port, and then holds for that port alone.
 */
final class NoProxy {
    private final List<String> entries = new ArrayList<>();

    NoProxy(String list) {
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            if (i == list.length() || list.charAt(i) == ',' || Character.isWhitespace(list.charAt(i))) {
                if (i > start) {
                    entries.add(list.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
    }

    /** Whether that host is reached without a proxy; an IPv6 address with or without brackets. */
    boolean covers(String host, int port) {
        String name = withoutLastDot(withoutBrackets(host.toLowerCase(Locale.ROOT)));
        for (String entry : entries) {
            if (covers(entry, name, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String entry, String name, int port) {
        int colon = portColon(entry);
        if (colon >= 0 && Numbers.whole(entry.substring(colon + 1)) != port) {
            return false;
        }
        String pattern = withoutBrackets(colon < 0 ? entry : entry.substring(0, colon));
        if (pattern.equals("*")) {
            return true;
        }
        String suffix = withoutLastDot(pattern.startsWith("*.") ? pattern.substring(2) : withoutFirstDot(pattern));
        return !suffix.isEmpty() && (name.equals(suffix) || name.endsWith("." + suffix));
    }

    /** Where the colon before a port stands; -1 where there is none, as in a bare IPv6 address. */
    private static int portColon(String entry) {
        int last = entry.lastIndexOf(':');
        boolean address = last >= 0 && !entry.startsWith("[") && entry.indexOf(':') != last;
        return address || last < entry.indexOf(']') ? -1 : last;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String withoutFirstDot(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
