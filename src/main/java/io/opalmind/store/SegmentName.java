package io.opalmind.store;

import org.jspecify.annotations.Nullable;

/**
 * The name of a file of hits, {@code 001796000000000000-2-1f3a}: where it stands in the order, how many hits were put into
 * it, and what tells it from others of the same place. Names sort as their files do.
 *
 * @param order microseconds since the epoch, or what was one more than the last name's where the clock was behind that
 * @param count 1 or more
 * @param mark letters, digits and dots
 */
record SegmentName(long order, int count, String mark) {
    private static final int DIGITS = 18;

    /** Null where that is no file of hits. */
    static @Nullable SegmentName parse(String name) {
        int end = name.indexOf('-', DIGITS + 1);
        if (end < 0 || name.charAt(DIGITS) != '-' || !isNumber(name, 0, DIGITS) || !isNumber(name, DIGITS + 1, end)) {
            return null;
        }
        String mark = name.substring(end + 1);
        return end - DIGITS > 9 || !isMark(mark)
                ? null
                : new SegmentName(
                        Long.parseLong(name, 0, DIGITS, 10), Integer.parseInt(name, DIGITS + 1, end, 10), mark);
    }

    String text() {
        StringBuilder name = new StringBuilder(48);
        String digits = Long.toString(order);
        for (int i = digits.length(); i < DIGITS; i++) {
            name.append('0');
        }
        return name.append(digits)
                .append('-')
                .append(count)
                .append('-')
                .append(mark)
                .toString();
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    private static boolean isMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean known = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.';
            if (!known) {
                return false;
            }
        }
        return !text.isEmpty() && !text.endsWith(DoneLines.SUFFIX);
    }
}
