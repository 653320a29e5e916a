package io.opalmind.store.redis.inspect;

/**
 * What came of an export.
 *
 * @param keys that were written
 * @param tooLong left out, as they are longer than 8 MB and so none of ours
 * @param secret left out, as a token stands in them
 */
public record Exported(long keys, long tooLong, long secret) {
    static final Exported NONE = new Exported(0, 0, 0);
}
