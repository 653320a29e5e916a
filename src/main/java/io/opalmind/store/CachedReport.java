package io.opalmind.store;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record of the cache, in the format that the TypeScript SDK reads and writes:
 * {@code {"feature":F,"value":V,"expiresAt":MS}}, with two members of ours behind, which the SDK does not look at:
 * {@code "origin"} and {@code "cut"}.
 *
 * <p>The value is not decoded but located, so that it can be printed as it stands.
 *
 * @param feature what was asked for; not checked against anything
 * @param expiresAt when the record's time is over, in milliseconds since the epoch
 * @param origin a hash that tells which Matomo the value came from; null in the SDK's records
 * @param cut true where Matomo had more rows than the value holds
 * @param valueOffset where the value's text begins in the stored bytes
 * @param valueLength how many bytes it has, more than zero
 * @param kind what the value is
 * @param elements how many elements the array has; 0 where the value is no array
 * @param allObjects true where the value is an array and each of its elements an object (an empty one too)
 * @param firstHasDate true where the array's first element is an object with a member {@code date}
 */
public record CachedReport(
        String feature,
        long expiresAt,
        @Nullable String origin,
        boolean cut,
        int valueOffset,
        int valueLength,
        Kind kind,
        int elements,
        boolean allObjects,
        boolean firstHasDate) {

    /** What stands in a record as its value. */
    public enum Kind {
        ARRAY,
        OBJECT,
        /** A string, a number, true, false or null. */
        OTHER
    }

    /**
     * Finds a record's parts in one pass. Accepts what JSON.parse accepts: members in any order, unknown ones, and of
     * repeated ones the last. Never throws.
     *
     * @param stored UTF-8, without a byte order mark
     * @return null where the bytes are no whole record: no JSON, something behind it, a member missing or of the wrong
     *     type, nested deeper than 1000
     */
    public static @Nullable CachedReport parse(byte[] stored) {
        return new CachedReportScan(stored).report();
    }

    /**
     * A record's bytes, in UTF-8; without origin and cut exactly the SDK's.
     *
     * @param feature letters and digits
     * @param bytes where the value's JSON text stands, in UTF-8; taken as it is
     * @param expiresAt milliseconds since the epoch
     * @param origin letters and digits, or null for none
     * @param cut true where Matomo had more rows
     * @throws IllegalArgumentException where feature or origin hold anything else
     */
    public static byte[] write(
            String feature,
            byte[] bytes,
            int offset,
            int length,
            long expiresAt,
            @Nullable String origin,
            boolean cut) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        byte[] head = ascii(new StringBuilder(48)
                .append("{\"feature\":\"")
                .append(plain(feature))
                .append("\",\"value\":"));
        byte[] tail = ascii(tail(expiresAt, origin, cut));
        byte[] record = new byte[head.length + length + tail.length];
        System.arraycopy(head, 0, record, 0, head.length);
        System.arraycopy(bytes, offset, record, head.length, length);
        System.arraycopy(tail, 0, record, head.length + length, tail.length);
        return record;
    }

    private static StringBuilder tail(long expiresAt, @Nullable String origin, boolean cut) {
        StringBuilder tail = new StringBuilder(80).append(",\"expiresAt\":").append(expiresAt);
        if (origin != null) {
            tail.append(",\"origin\":\"").append(plain(origin)).append('"');
        }
        if (cut) {
            tail.append(",\"cut\":true");
        }
        return tail.append('}');
    }

    private static String plain(String text) {
        if (!FeatureName.isValid(text)) {
            throw new IllegalArgumentException("not letters and digits: " + text);
        }
        return text;
    }

    private static byte[] ascii(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
