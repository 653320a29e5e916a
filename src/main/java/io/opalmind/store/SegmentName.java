package io.opalmind.store;

import org.jspecify.annotations.Nullable;

/**
 * The name of a file of hits, {@code 001796000000000000-0-2-1f3a}: where it stands in the order, which of its lines are the
 * shard's, and what tells it from others of the same place. Names sort as their files do.
 *
 * @param order microseconds since the epoch, or what was one more than the last name's where the clock was behind that
 * @param first number of the first line, from 0
 * @param count of lines, 1 or more
 * @param mark letters, digits and dots
 */
record SegmentName(long order, int first, int count, String mark) {
    private static final int DIGITS = 18;
    /** So that a number of a line fits an int, whoever wrote it. */
    private static final int MOST_DIGITS = 8;

    /** Null where that is no file of hits. */
    static @Nullable SegmentName parse(String name) {
        int firstEnd = name.indexOf('-', DIGITS + 1);
        int countEnd = name.indexOf('-', firstEnd + 1);
        if (firstEnd < 0 || countEnd < 0 || name.charAt(DIGITS) != '-' || !isNumber(name, 0, DIGITS)) {
            return null;
        }
        int first = number(name, DIGITS + 1, firstEnd);
        int count = number(name, firstEnd + 1, countEnd);
        String mark = name.substring(countEnd + 1);
        return first < 0 || count < 1 || !isMark(mark)
                ? null
                : new SegmentName(Long.parseLong(name, 0, DIGITS, 10), first, count, mark);
    }

    String text() {
        StringBuilder name = new StringBuilder(48);
        String digits = Long.toString(order);
        for (int i = digits.length(); i < DIGITS; i++) {
            name.append('0');
        }
        name.append(digits).append('-').append(first).append('-').append(count);
        return name.append('-').append(mark).toString();
    }

    private static int number(String text, int from, int to) {
        return to - from > MOST_DIGITS || !isNumber(text, from, to) ? -1 : Integer.parseInt(text, from, to, 10);
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
