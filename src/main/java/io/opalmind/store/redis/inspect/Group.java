package io.opalmind.store.redis.inspect;

/**
 * Keys that have something in common.
 *
 * @param name what it is
 * @param bytes of memory, of those whose size is known
 */
public record Group(String name, long keys, long bytes) {
    Group plus(long size) {
        return new Group(name, keys + 1, bytes + Math.max(0, size));
    }
}
