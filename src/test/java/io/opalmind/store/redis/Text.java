package io.opalmind.store.redis;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values of a cache as text. */
final class Text {
    private Text() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable String of(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
