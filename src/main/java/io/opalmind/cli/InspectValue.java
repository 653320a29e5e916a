package io.opalmind.cli;

import com.fasterxml.jackson.core.JsonParser;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.Redactor;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.store.redis.inspect.KeyDetail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in Redis, decoded: JSON as what it says, other text as text, and what is no text in base64. */
final class InspectValue {
    private final Redactor redactor;

    /** @param redactor takes secrets out, should one stand there */
    InspectValue(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Null where there is nothing to be shown. */
    @Nullable
    Value of(KeyDetail detail) {
        byte[] value = detail.value();
        if (value != null) {
            return decoded(value);
        }
        if ("string".equals(detail.key().type())) {
            return null;
        }
        return "hash".equals(detail.key().type()) ? fields(detail.elements()) : elements(detail.elements());
    }

    private Row fields(List<List<byte[]>> elements) {
        Row row = new Row();
        for (List<byte[]> field : elements) {
            row.put(text(field.get(0)), decoded(field.get(1)));
        }
        return row;
    }

    private Value.Items elements(List<List<byte[]>> elements) {
        List<Value> values = new ArrayList<>();
        for (List<byte[]> parts : elements) {
            values.add(parts.size() == 1 ? decoded(parts.get(0)) : list(parts));
        }
        return new Value.Items(values);
    }

    private Value.Items list(List<byte[]> parts) {
        List<Value> values = new ArrayList<>();
        for (byte[] part : parts) {
            values.add(decoded(part));
        }
        return new Value.Items(values);
    }

    private String text(byte[] bytes) {
        return redactor.clean(new String(bytes, StandardCharsets.UTF_8));
    }

    private Value decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Row().put("base64", Base64.getEncoder().encodeToString(bytes));
        }
        String clean = redactor.clean(text);
        return clean.startsWith("{") || clean.startsWith("[") ? json(clean) : new Value.Text(clean);
    }

    private static Value json(String text) {
        try (JsonParser json = ReportingApi.JSON.createParser(text)) {
            json.nextToken();
            Value value = RowJson.read(json);
            return json.nextToken() == null ? value : new Value.Text(text);
        } catch (IOException none) {
            return new Value.Text(text);
        }
    }
}
