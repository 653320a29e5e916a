package io.opalmind.store.redis.inspect;

/**
 * Keys that have something in common.
 *
 * @param name what it is
 * @param bytes of memory, of those whose size is known
 */
public record Group(String name, long keys, long bytes) {}
