package io.opalmind.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.store.CachedReport.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a stored record, by Jackson's streaming layer alone: this stands between a cached query and its answer,
 * and a tree would cost more than all the rest of it.
 */
final class CachedReportScan {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_ENCODING_MARK = 4;

    private final byte[] stored;
    private @Nullable String feature;
    private boolean hasExpiry;
    private long expiresAt;
    private @Nullable String origin;
    private boolean cut;
    private boolean originDamaged;
    private boolean cutDamaged;
    private int valueOffset;
    private int valueLength;
    private Kind kind = Kind.OTHER;
    private int elements;
    private boolean allObjects;
    private boolean firstHasDate;

    CachedReportScan(byte[] stored) {
        this.stored = stored;
    }

    /** The record, or null where the bytes are none. */
    @Nullable
    CachedReport report() {
        try {
            if (!looksLikeUtf8() || !scan()) {
                return null;
            }
        } catch (IOException | IndexOutOfBoundsException damage) {
            // Some versions of the parser have run off the end of broken UTF-8 instead of refusing it.
            return null;
        }
        if (feature == null || !hasExpiry || valueLength == 0 || originDamaged || cutDamaged) {
            return null;
        }
        return new CachedReport(
                feature, expiresAt, origin, cut, valueOffset, valueLength, kind, elements, allObjects, firstHasDate);
    }

    /** Given UTF-16 or a byte order mark, the parser would change over silently to one that knows no byte offsets. */
    private boolean looksLikeUtf8() {
        if (stored.length < LONGEST_ENCODING_MARK || stored[0] < 0) {
            return false;
        }
        for (int i = 0; i < LONGEST_ENCODING_MARK; i++) {
            if (stored[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean scan() throws IOException {
        try (JsonParser json = JSON.createParser(stored)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                member(name, json, json.nextToken());
            }
            return json.nextToken() == null;
        }
    }

    private void member(String name, JsonParser json, JsonToken token) throws IOException {
        switch (name) {
            case "feature" -> feature = text(json, token);
            case "value" -> value(json, token);
            case "expiresAt" -> expiry(json, token);
            case "origin" -> {
                origin = text(json, token);
                originDamaged = origin == null;
            }
            case "cut" -> {
                cut = token == JsonToken.VALUE_TRUE;
                cutDamaged = !cut && token != JsonToken.VALUE_FALSE;
                json.skipChildren();
            }
            default -> json.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser json, JsonToken token) throws IOException {
        json.skipChildren();
        return token == JsonToken.VALUE_STRING ? json.getText() : null;
    }

    /** JavaScript knows one kind of number, so a time to live with a fraction leaves one in the expiry. */
    private void expiry(JsonParser json, JsonToken token) throws IOException {
        hasExpiry = token.isNumeric();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            expiresAt = json.getLongValue();
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            expiresAt = (long) json.getDoubleValue();
        } else {
            json.skipChildren();
        }
    }

    private void value(JsonParser json, JsonToken token) throws IOException {
        valueOffset = (int) json.currentTokenLocation().getByteOffset();
        elements = 0;
        allObjects = false;
        firstHasDate = false;
        if (token == JsonToken.START_ARRAY) {
            kind = Kind.ARRAY;
            elements(json);
        } else {
            kind = token == JsonToken.START_OBJECT ? Kind.OBJECT : Kind.OTHER;
            json.skipChildren();
            json.finishToken(); // a string's end is not looked for before that
        }
        valueLength = (int) json.currentLocation().getByteOffset() - valueOffset;
    }

    private void elements(JsonParser json) throws IOException {
        allObjects = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            elements++;
            if (token != JsonToken.START_OBJECT) {
                allObjects = false;
                json.skipChildren();
            } else if (elements == 1) {
                firstElement(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void firstElement(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (json.currentName().equals("date")) {
                firstHasDate = true;
            }
            json.nextToken();
            json.skipChildren();
        }
    }
}
