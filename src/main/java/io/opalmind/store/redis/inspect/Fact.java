package io.opalmind.store.redis.inspect;

/** What can be asked about a key, each a command to Redis. */
enum Fact {
    TYPE,
    TTL,
    BYTES,
    IDLE,
    /** By the time to live, else as IDLE. */
    AGE
}
