package io.opalmind.sandbox.visits;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as lists of texts and lists. Without an object mapper, which takes longer to make than all the sample's items. */
final class ItemRows {
    private static final JsonFactory JSON = new JsonFactory();

    private ItemRows() {}

    /** The members of an array or object; none where the text is something else, or cannot be read. */
    static List<?> read(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try (JsonParser json = JSON.createParser(text)) {
            JsonToken first = json.nextToken();
            return first != null && first.isStructStart() ? members(json) : List.of();
        } catch (JsonProcessingException unreadable) {
            return List.of();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Object> members(JsonParser json) throws IOException {
        List<Object> members = new ArrayList<>();
        for (JsonToken token = json.nextToken(); !token.isStructEnd(); token = json.nextToken()) {
            if (token != JsonToken.FIELD_NAME) {
                members.add(value(json, token));
            }
        }
        return members;
    }

    /** An object has no columns. */
    private static Object value(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            json.skipChildren();
            return List.of();
        }
        if (token == JsonToken.START_ARRAY) {
            return members(json);
        }
        return token == JsonToken.VALUE_NUMBER_FLOAT ? Double.toString(json.getDoubleValue()) : json.getText();
    }

    /** Empty for a list. */
    static String text(Object value) {
        return value instanceof String text ? text : "";
    }
}
