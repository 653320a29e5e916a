package io.opalmind.render;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The JSON text of a nested value, for a cell that must hold it. One generator serves all cells. */
final class CompactJson {
    private final StringWriter text = new StringWriter();
    private @Nullable JsonGenerator json;

    String of(Value value) {
        try {
            JsonGenerator generator = generator();
            RowJson.write(generator, value);
            generator.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String written = text.toString();
        text.getBuffer().setLength(0);
        return written;
    }

    private JsonGenerator generator() throws IOException {
        if (json == null) {
            json = new JsonFactoryBuilder().rootValueSeparator("").build().createGenerator(text);
        }
        return json;
    }
}
