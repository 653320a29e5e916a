package io.opalmind.store.redis.inspect;

/** A key as it was when it was chosen: by a hash over its value, so that a later one shows. */
public record MarkedKey(FoundKey key, String mark) {}
