package io.opalmind.store.redis.inspect;

/**
 * Something that is not as it should be.
 *
 * @param detail in a few words, without what stands in the value
 */
public record Finding(FoundKey key, Flaw flaw, String detail) {}
