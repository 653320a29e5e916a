package io.opalmind.store.redis.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the key of a cached report says: {@code {"feature":F,"input":{"siteId":1,"period":P,"date":D}}}.
 *
 * @param site 0 where the key names none
 * @param canonical whether it is written as the SDK writes it: these members, in its order, and no blanks
 */
public record ReportKey(
        String feature,
        long site,
        @Nullable String period,
        @Nullable String date,
        boolean canonical) {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final List<String> ORDER = List.of(
            "siteId",
            "funnelId",
            "period",
            "date",
            "segment",
            "limit",
            "category",
            "action",
            "name",
            "channelType",
            "goalId",
            "goalType",
            "includeSeries",
            "sort");

    /** Null where what stands behind the offset is no such key. */
    static @Nullable ReportKey parse(byte[] key, int offset) {
        if (offset >= key.length || key[offset] != '{') {
            return null;
        }
        ReportKey common = CommonReportKey.read(key, offset);
        return common == null ? parseAny(key, offset) : common;
    }

    private static @Nullable ReportKey parseAny(byte[] key, int offset) {
        try (JsonParser json = JSON.createParser(key, offset, key.length - offset)) {
            json.nextToken();
            return new Reading(json, !hasBlanks(key, offset)).read();
        } catch (IOException | IndexOutOfBoundsException damaged) {
            return null;
        }
    }

    private static boolean hasBlanks(byte[] key, int offset) {
        boolean quoted = false;
        for (int i = offset; i < key.length; i++) {
            if (key[i] == '\\' && quoted) {
                i++;
            } else if (key[i] == '"') {
                quoted = !quoted;
            } else if (!quoted && (key[i] == ' ' || key[i] == '\n' || key[i] == '\t' || key[i] == '\r')) {
                return true;
            }
        }
        return false;
    }

    /** One pass over a key. */
    private static final class Reading {
        private final JsonParser json;
        private boolean canonical;
        private @Nullable String feature;
        private boolean hasInput;
        private long site;
        private @Nullable String period;
        private @Nullable String date;

        Reading(JsonParser json, boolean canonical) {
            this.json = json;
            this.canonical = canonical;
        }

        @Nullable
        ReportKey read() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken first = json.nextToken();
                if (name.equals("feature") && first == JsonToken.VALUE_STRING) {
                    canonical &= feature == null && !hasInput;
                    feature = json.getText();
                } else if (name.equals("input") && first == JsonToken.START_OBJECT) {
                    canonical &= !hasInput;
                    input();
                } else {
                    canonical = false;
                    json.skipChildren();
                }
            }
            boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
            return feature == null || !hasInput || !whole
                    ? null
                    : new ReportKey(feature, site, period, date, canonical);
        }

        private void input() throws IOException {
            hasInput = true;
            int last = -1;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                int place = ORDER.indexOf(name);
                canonical &= place > last;
                last = Math.max(place, last);
                switch (name) {
                    case "siteId" -> site = value == JsonToken.VALUE_NUMBER_INT ? json.getValueAsLong() : 0;
                    case "period" -> period = json.getValueAsString();
                    case "date" -> date = json.getValueAsString();
                    default -> json.skipChildren();
                }
            }
        }
    }
}
