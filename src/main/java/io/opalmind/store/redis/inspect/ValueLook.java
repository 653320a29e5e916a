package io.opalmind.store.redis.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look over a value.
 *
 * @param json whether it is one whole JSON value
 * @param ownKey the text of its member {@code key}, or null
 */
record ValueLook(boolean json, @Nullable String ownKey) {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private static final ValueLook NO_JSON = new ValueLook(false, null);
    private static final String PARAMETER = "token_auth";
    /** Matomo's tokens have 32; what is shorter is a placeholder. */
    private static final int LEAST_TOKEN = 16;

    static ValueLook at(byte[] value) {
        String ownKey = null;
        try (JsonParser json = JSON.createParser(value)) {
            int depth = 0;
            JsonToken token = json.nextToken();
            if (token == null) {
                return NO_JSON;
            }
            while (token != null) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME
                        && depth == 1
                        && json.currentName().equals("key")) {
                    ownKey = json.nextToken() == JsonToken.VALUE_STRING ? json.getText() : null;
                    depth += json.currentToken().isStructStart() ? 1 : 0;
                }
                token = json.nextToken();
                if (depth == 0 && token != null) {
                    return NO_JSON; // something stands behind it
                }
            }
        } catch (IOException | IndexOutOfBoundsException damaged) {
            return NO_JSON;
        }
        return new ValueLook(true, ownKey);
    }

    /** Whether one of the secrets stands in it, or anything that looks like a token. */
    static boolean holdsToken(byte[] value, List<String> secrets) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
            if (!secret.isEmpty() && text.contains(secret)) {
                return true;
            }
        }
        for (int at = text.indexOf(PARAMETER); at >= 0; at = text.indexOf(PARAMETER, at + 1)) {
            int from = at + PARAMETER.length();
            while (from < text.length() && "=\":\\ ".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            int end = from;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (from > at + PARAMETER.length() && end - from >= LEAST_TOKEN) {
                return true;
            }
        }
        return false;
    }
}
