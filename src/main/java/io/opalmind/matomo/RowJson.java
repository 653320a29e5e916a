package io.opalmind.matomo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Values from and to JSON, by Jackson's streaming layer: its tree costs a quarter of a cached query's start-up. */
public final class RowJson {
    private RowJson() {}

    /** Reads the value at the parser's current token and leaves the parser on its last token. */
    public static Value read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new JsonParseException(json, "nothing where a value was expected");
        }
        return switch (token) {
            case START_OBJECT -> readRow(json);
            case START_ARRAY -> readItems(json);
            case VALUE_STRING -> new Value.Text(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(json.getText());
            case VALUE_TRUE -> new Value.Flag(true);
            case VALUE_FALSE -> new Value.Flag(false);
            case VALUE_NULL -> Value.Nothing.INSTANCE;
            default -> throw new JsonParseException(json, "no value: " + token);
        };
    }

    /** Reads an object whose START_OBJECT is the current token. Of members of one name the last holds, as in JavaScript. */
    public static Row readRow(JsonParser json) throws IOException {
        Row row = new Row();
        // One bit a name: where it is not set yet the name is new, and need not be looked for among twenty others.
        long seen = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            Value value = read(json);
            long bit = 1L << name.hashCode();
            if ((seen & bit) == 0) {
                row.append(name, value);
                seen |= bit;
            } else {
                row.put(name, value);
            }
        }
        return row;
    }

    private static Value.Items readItems(JsonParser json) throws IOException {
        List<Value> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(read(json));
        }
        return new Value.Items(values);
    }

    /** Writes a value; numbers in the digits they came with. */
    public static void write(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Value.Text text) {
            json.writeString(text.text());
        } else if (value instanceof Value.Num number) {
            json.writeNumber(number.digits());
        } else if (value instanceof Row row) {
            writeRow(json, row);
        } else if (value instanceof Value.Flag flag) {
            json.writeBoolean(flag.on());
        } else if (value instanceof Value.Items items) {
            json.writeStartArray();
            for (Value item : items.values()) {
                write(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeNull();
        }
    }

    private static void writeRow(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            json.writeFieldName(row.name(i));
            write(json, row.value(i));
        }
        json.writeEndObject();
    }
}
