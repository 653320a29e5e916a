package io.opalmind.store.redis.inspect;

import org.jspecify.annotations.Nullable;

/**
 * Where a look through all keys goes on.
 *
 * @param master which of the masters, counted from 0 in the order of their slots
 * @param cursor Redis' own, digits
 */
record ScanPosition(int master, String cursor) {
    static final ScanPosition START = new ScanPosition(0, "0");

    private static final int MOST_DIGITS = 20;
    private static final int MOST_MASTERS_DIGITS = 4;

    /** Reads {@code 1234}, or {@code 1234@2} for the third master; null where it is neither. */
    static @Nullable ScanPosition parse(String text) {
        int at = text.indexOf('@');
        String cursor = at < 0 ? text : text.substring(0, at);
        String master = at < 0 ? "0" : text.substring(at + 1);
        return isNumber(cursor, MOST_DIGITS) && isNumber(master, MOST_MASTERS_DIGITS)
                ? new ScanPosition(Integer.parseInt(master), cursor)
                : null;
    }

    private static boolean isNumber(String text, int most) {
        boolean number = !text.isEmpty() && text.length() <= most;
        for (int i = 0; i < text.length(); i++) {
            number &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return number;
    }

    @Override
    public String toString() {
        return master == 0 ? cursor : cursor + "@" + master;
    }
}
