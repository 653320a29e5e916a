package io.opalmind.store.redis.inspect;

/**
 * A way through the keys.
 *
 * @param cursor where to begin, as an earlier way handed it back; {@code 0} is the start
 * @param most how many keys to stop behind, or a few more, as Redis hands them out in portions; 0 for all
 * @param rate keys a second that Redis is to look at; 0 for as fast as it can
 */
public record Walk(KeyFilter filter, String cursor, int most, int rate) {
    public Walk {
        if (ScanPosition.parse(cursor) == null) {
            throw new IllegalArgumentException(cursor);
        }
    }

    /** Whether that text can be a cursor. */
    public static boolean isCursor(String text) {
        return ScanPosition.parse(text) != null;
    }

    /** The same, but to stop behind that many. */
    public Walk upTo(int keys) {
        return new Walk(filter, cursor, keys, rate);
    }

    ScanPosition start() {
        ScanPosition start = ScanPosition.parse(cursor);
        return start == null ? ScanPosition.START : start;
    }
}
