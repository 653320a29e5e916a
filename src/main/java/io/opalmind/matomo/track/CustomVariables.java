package io.opalmind.matomo.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Custom variables in Matomo's own form, {@code {"1":["name","value"]}}. The SDK's form, {@code {"name":"value"}}, Matomo
 * drops without a word.
 */
public final class CustomVariables {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String FORM = "{\"1\":[\"name\",\"value\"]}";

    private final Map<Integer, String[]> variables = new TreeMap<>();

    /**
     * Adds one, written as {@code 1=name=value}; the value may hold more of {@code =}.
     *
     * @throws IllegalArgumentException says what would do
     */
    public CustomVariables add(String typed) {
        int first = typed.indexOf('=');
        int second = typed.indexOf('=', first + 1);
        int index = first < 0 ? -1 : HitNumbers.whole(typed.substring(0, first));
        if (index < 1 || second < first + 2) {
            throw new IllegalArgumentException("INDEX=NAME=VALUE, as in 1=plan=gold");
        }
        String[] pair = {typed.substring(first + 1, second), typed.substring(second + 1)};
        if (variables.put(index, pair) != null) {
            throw new IllegalArgumentException("index " + index + " is given twice");
        }
        return this;
    }

    public boolean isEmpty() {
        return variables.isEmpty();
    }

    /** As Matomo takes them. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<Integer, String[]> variable : variables.entrySet()) {
                json.writeFieldName("" + variable.getKey());
                json.writeArray(variable.getValue(), 0, 2);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /**
     * Reads either form and gives Matomo's: those of the SDK get the indexes 1, 2, … in their order. What is neither is
     * given back as it is, for {@link #fault} to judge.
     */
    static String adopted(String text) {
        CustomVariables adopted = new CustomVariables();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return text;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    return text;
                }
                adopted.variables.put(adopted.variables.size() + 1, new String[] {name, json.getText()});
            }
            return adopted.isEmpty() ? text : adopted.json();
        } catch (IOException damaged) {
            return text;
        }
    }

    /** Why that is not Matomo's form, or null. */
    static @Nullable String fault(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "JSON as in " + FORM;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (HitNumbers.whole(json.currentName()) < 1 || !isPair(json)) {
                    return "JSON as in " + FORM;
                }
            }
            return json.nextToken() == null ? null : "JSON as in " + FORM;
        } catch (IOException damaged) {
            return "JSON as in " + FORM;
        }
    }

    private static boolean isPair(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.START_ARRAY
                && json.nextToken() == JsonToken.VALUE_STRING
                && json.nextToken().isScalarValue()
                && json.nextToken() == JsonToken.END_ARRAY;
    }
}
