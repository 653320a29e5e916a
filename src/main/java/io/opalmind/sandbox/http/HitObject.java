package io.opalmind.sandbox.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A hit as a JSON object: a member for each parameter. */
public final class HitObject {
    private HitObject() {}

    /**
     * The parameters of the object whose opening brace was just read, as PHP makes texts of them: a number as it was written,
     * {@code true} as 1, {@code false} as nothing, an array or object as JSON. Members that are null are left out.
     */
    public static Map<String, String> read(JsonParser json) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(32);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                parameters.put(name, text(json, token));
            }
        }
        return parameters;
    }

    private static String text(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_TRUE) {
            return "1";
        }
        if (token == JsonToken.VALUE_FALSE) {
            return "";
        }
        return token.isStructStart() ? structure(json) : json.getText();
    }

    private static String structure(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = new JsonFactory().createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
