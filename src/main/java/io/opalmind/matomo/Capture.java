package io.opalmind.matomo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.store.CacheStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes passing rows down as the cache's value, until there are more of them than a store takes. */
final class Capture implements RowSink, AutoCloseable {
    private final boolean list;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private @Nullable JsonGenerator json;

    /** @param list whether the value is an array of the rows, rather than the one row */
    Capture(boolean list, boolean wanted) throws IOException {
        this.list = list;
        if (wanted) {
            JsonGenerator generator = ReportingApi.JSON.createGenerator(bytes);
            if (list) {
                generator.writeStartArray();
            }
            json = generator;
        }
    }

    @Override
    public void row(Row row) throws IOException {
        if (json == null) {
            return;
        }
        RowJson.write(json, row);
        if (bytes.size() > CacheStore.MAX_VALUE_BYTES) {
            json = null;
            bytes.reset();
        }
    }

    /** The value, or null where it was not wanted or grew too long. */
    byte @Nullable [] value() throws IOException {
        if (json == null) {
            return null;
        }
        if (list) {
            json.writeEndArray();
        }
        json.close();
        json = null;
        return bytes.size() == 0 ? null : bytes.toByteArray();
    }

    @Override
    public void close() {
        json = null;
    }
}
