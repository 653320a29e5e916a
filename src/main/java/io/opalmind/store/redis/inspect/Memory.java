package io.opalmind.store.redis.inspect;

import java.util.List;

/**
 * Where memory goes.
 *
 * @param keys that were looked at
 * @param bytes of these
 * @param largest of these, the largest first
 * @param advice what to do about it, a sentence or two each
 */
public record Memory(
        List<ServerFacts> servers,
        long keys,
        long bytes,
        List<Group> kinds,
        List<Group> features,
        List<FoundKey> largest,
        List<String> advice) {}
