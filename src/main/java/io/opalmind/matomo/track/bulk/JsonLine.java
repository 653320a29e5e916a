package io.opalmind.matomo.track.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/**
 * An object in JSON. Numbers keep their digits, booleans become 1 and 0, null is as if it were not there, and arrays and
 * objects become text, as Matomo takes {@code ec_items} and {@code cvar}.
 */
final class JsonLine implements LineFormat {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void read(byte[] bytes, int from, int to, LineHit hit) throws BadLineException {
        try (JsonParser json = JSON.createParser(bytes, from, to - from)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLineException("", "is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                member(name, json.nextToken(), json, hit);
            }
            if (json.nextToken() != null) {
                throw new BadLineException("", "has something behind the JSON object; one object a line is wanted");
            }
        } catch (JsonProcessingException e) {
            throw new BadLineException("", "is no JSON: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new BadLineException("", "is no JSON: " + e.getMessage());
        }
    }

    private static void member(String name, JsonToken token, JsonParser json, LineHit hit) throws IOException {
        switch (token) {
            case VALUE_NULL -> {
                // as if it were not there
            }
            case VALUE_TRUE -> hit.put(name, "1");
            case VALUE_FALSE -> hit.put(name, "0");
            case START_OBJECT, START_ARRAY -> hit.put(name, nested(json));
            default -> hit.put(name, json.getText());
        }
    }

    private static String nested(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
