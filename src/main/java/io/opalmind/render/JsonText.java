package io.opalmind.render;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** JSON as JSON and NDJSON share it: its generators, and rows with some of their members. */
final class JsonText {
    private JsonText() {}

    /**
     * A generator that leaves the stream open, puts a newline between documents and writes everything as UTF-8, emoji
     * too (Jackson escapes them unless told). Half a pair of surrogates, which UTF-8 cannot say, becomes an escape.
     */
    static JsonGenerator generator(OutputStream out, Style style) throws IOException {
        JsonFactoryBuilder builder = new JsonFactoryBuilder();
        builder.rootValueSeparator("\n");
        builder.disable(StreamWriteFeature.AUTO_CLOSE_TARGET);
        builder.enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
        JsonFactory factory = builder.build();
        return factory.createGenerator(style.terminal() ? new TerminalJson(out) : out, JsonEncoding.UTF8);
    }

    /** For people: two spaces, as {@code JSON.stringify(value, null, 2)} has it. */
    static void indent(JsonGenerator json) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        json.setPrettyPrinter(printer);
    }

    /** Writes a row: all of it, or only these members where there are columns. A member that it lacks is left out. */
    static void write(JsonGenerator json, Row row, List<Column> columns) throws IOException {
        if (columns.isEmpty()) {
            RowJson.write(json, row);
            return;
        }
        json.writeStartObject();
        for (Column column : columns) {
            Value value = column.in(row);
            if (value != null) {
                json.writeFieldName(column.path());
                RowJson.write(json, value);
            }
        }
        json.writeEndObject();
    }
}
