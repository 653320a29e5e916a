package io.opalmind.store.redis.inspect;

import org.jspecify.annotations.Nullable;

/** Takes what is carried out. */
public interface ExportSink {
    /** One line of JSON, in UTF-8, without line end. */
    void line(byte[] json);

    /** What was handed on so far is whole, and it goes on at that cursor; null at the end. */
    void checkpoint(@Nullable String cursor);
}
