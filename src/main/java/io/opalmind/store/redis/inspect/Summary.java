package io.opalmind.store.redis.inspect;

import java.util.List;

/**
 * All keys of ours together.
 *
 * @param bytes of memory, of those whose size is known
 * @param unsized keys whose size Redis did not tell
 * @param features, sites and periods of cached reports, those with the most keys first
 * @param ttl by what is left of their lives
 * @param age by what is gone of their lives, or since they were last read or written
 */
public record Summary(
        List<ServerFacts> servers,
        long keys,
        long bytes,
        long unsized,
        List<Group> kinds,
        List<Group> features,
        List<Group> sites,
        List<Group> periods,
        List<Group> ttl,
        List<Group> age) {}
