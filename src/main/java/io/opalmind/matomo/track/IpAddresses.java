package io.opalmind.matomo.track;

/** Tells addresses from other text, without asking any name server. */
final class IpAddresses {
    private static final int GROUPS = 8;

    private IpAddresses() {}

    /** Whether it is an IPv4 or IPv6 address as inet_pton reads it, which is how Matomo does. */
    static boolean isAddress(String text) {
        return text.indexOf(':') < 0 ? isV4(text) : isV6(text);
    }

    private static boolean isV4(String text) {
        int parts = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (!isByte(text, start, i)) {
                    return false;
                }
                parts++;
                start = i + 1;
            }
        }
        return parts == 4;
    }

    private static boolean isByte(String text, int start, int end) {
        String part = text.substring(start, end);
        int number = part.length() > 3 ? -1 : HitNumbers.whole(part);
        return number >= 0 && number <= 255 && (part.length() == 1 || part.charAt(0) != '0');
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int after = rest.isEmpty() ? 0 : groups(rest);
        return before >= 0
                && after >= 0
                && before + after < GROUPS
                && text.substring(0, gap).indexOf('.') < 0;
    }

    /** How many groups of 16 bits the text holds; -1 where it is damaged. An IPv4 address at its end counts as two. */
    private static int groups(String text) {
        int groups = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ':') {
                String group = text.substring(start, i);
                if (i == text.length() && isV4(group)) {
                    return groups + 2;
                }
                if (!isHex(group, 1, 4)) {
                    return -1;
                }
                groups++;
                start = i + 1;
            }
        }
        return groups;
    }

    /** Whether these are so many hexadecimal digits and nothing else. */
    static boolean isHex(String text, int least, int most) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
                return false;
            }
        }
        return text.length() >= least && text.length() <= most;
    }
}
