package io.opalmind.matomo.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came: status, headers, and a body that is still on the wire.
 *
 * @param header looks a header up by its name, whatever the case
 * @param body unpacked, bounded in size and time
 */
public record HttpAnswer(int status, Function<String, @Nullable String> header, InputStream body)
        implements AutoCloseable {
    @Override
    public void close() throws IOException {
        body.close();
    }
}
