package io.opalmind.testing.redis;

/** One flavour of Redis that {@link RedisExtension} lends to tests. */
interface RedisBed extends AutoCloseable {
    /** Brings it back to its first state: every server alive, its settings as at the start, no keys. */
    void reset();

    /** Ends its servers and removes its files. Twice does no harm. */
    @Override
    void close();
}
