package io.opalmind.matomo.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bulk request as Matomo reads it, and its answer as Matomo writes it. */
final class BulkJson {
    private static final String NO_PICTURE = "send_image=0";

    private BulkJson() {}

    /** The hit with {@code send_image=0}, which makes the answer a 204 in place of a picture. */
    static String withoutPicture(String query) {
        boolean told = query.startsWith("send_image=") || query.contains("&send_image=");
        return told ? query : query + (query.isEmpty() ? "" : "&") + NO_PICTURE;
    }

    /**
     * Matomo takes each request for a URL: without its {@code ?} it is skipped without a word. Beside the requests
     * {@code send_image=0} would hide the answer.
     */
    static byte[] write(List<String> queries, @Nullable String token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(queries.size() * 256 + 64);
        try (JsonGenerator json = ReportingApi.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("requests");
            for (String query : queries) {
                json.writeString("?" + withoutPicture(query));
            }
            json.writeEndArray();
            if (token != null) {
                json.writeStringField("token_auth", token);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Matomo's account of a bulk request; what it leaves out is null. */
    static final class Account {
        @Nullable
        String status;

        @Nullable
        Integer tracked;

        @Nullable
        Integer invalid;

        @Nullable
        List<Integer> indices;

        boolean isSuccess() {
            return "success".equals(status) && tracked != null && invalid != null;
        }

        boolean isError() {
            return "error".equals(status);
        }
    }

    /** The account, or null where the bytes are none, or not all of it. */
    static @Nullable Account read(byte[] bytes) {
        int start = Messages.firstVisible(bytes);
        if (start == bytes.length || bytes[start] != '{') {
            return null;
        }
        try (JsonParser json = ReportingApi.JSON.createParser(bytes, start, bytes.length - start)) {
            json.nextToken();
            Account account = new Account();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                member(json, account);
            }
            return json.currentToken() == JsonToken.END_OBJECT ? account : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    private static void member(JsonParser json, Account account) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("status") && value == JsonToken.VALUE_STRING) {
            account.status = json.getText();
        } else if (name.equals("tracked") && value == JsonToken.VALUE_NUMBER_INT) {
            account.tracked = json.getIntValue();
        } else if (name.equals("invalid") && value == JsonToken.VALUE_NUMBER_INT) {
            account.invalid = json.getIntValue();
        } else if (name.equals("invalid_indices") && value == JsonToken.START_ARRAY) {
            account.indices = indices(json);
        } else {
            json.skipChildren();
        }
    }

    /** Numbers only; a list with anything else in it says nothing that could be relied on. */
    private static @Nullable List<Integer> indices(JsonParser json) throws IOException {
        List<Integer> indices = new ArrayList<>();
        boolean numbers = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                throw new IOException("cut short");
            }
            if (token == JsonToken.VALUE_NUMBER_INT) {
                indices.add(json.getIntValue());
            } else {
                numbers = false;
                json.skipChildren();
            }
        }
        return numbers ? indices : null;
    }
}
