package io.opalmind.matomo.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Matomo's {@code {"result":"error","message":…}}, which 5.0 sends with HTTP 200 and 6 with a status that fits. */
final class ErrorObject {
    private static final String NO_REASON = "no reason given";

    private ErrorObject() {}

    /** The message where the bytes begin as an error object, else null. Matomo has escaped it for HTML; here it is not. */
    static @Nullable String message(byte[] head) {
        int start = Messages.firstVisible(head);
        if (start == head.length || head[start] != '{') {
            return null;
        }
        try (JsonParser json = ReportingApi.JSON.createParser(head)) {
            return isError(json) ? Messages.unescape(reason(json)) : null;
        } catch (IOException noErrorObject) {
            return null;
        }
    }

    /** The message of one member of a bulk answer, where it is an error, else null. These Matomo does not escape. */
    static @Nullable String message(Value member) {
        if (member instanceof Row row && isText(row.get("result"), "error")) {
            return row.get("message") instanceof Value.Text text ? text.text() : NO_REASON;
        }
        return null;
    }

    private static boolean isText(@Nullable Value value, String wanted) {
        return value instanceof Value.Text text && text.text().equals(wanted);
    }

    private static boolean isError(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.START_OBJECT
                && json.nextToken() == JsonToken.FIELD_NAME
                && json.currentName().equals("result")
                && json.nextToken() == JsonToken.VALUE_STRING
                && json.getText().equals("error");
    }

    /** The message behind {@code result}; an error cut short is still an error. */
    private static String reason(JsonParser json) {
        try {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean message = json.currentName().equals("message");
                json.nextToken();
                Value value = RowJson.read(json);
                if (message && value instanceof Value.Text text) {
                    return text.text();
                }
            }
            return NO_REASON;
        } catch (IOException cutShort) {
            return NO_REASON;
        }
    }
}
