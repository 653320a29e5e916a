package io.opalmind.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Rows as tests write them down. */
final class Rows {
    private static final JsonFactory JSON = new JsonFactory();

    private Rows() {}

    /** The row of a JSON object; single quotes serve as double ones where it has none of these. */
    static Row of(String json) {
        String text = json.indexOf('"') < 0 ? json.replace('\'', '"') : json;
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return RowJson.readRow(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
