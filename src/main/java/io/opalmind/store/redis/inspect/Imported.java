package io.opalmind.store.redis.inspect;

/**
 * What came of an import.
 *
 * @param lines that were read
 * @param imported keys that were written
 * @param kept keys that were there already and stayed as they are
 * @param expired lines whose time was over
 */
public record Imported(long lines, long imported, long kept, long expired) {
    static final Imported NONE = new Imported(0, 0, 0, 0);
}
