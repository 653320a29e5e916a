package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keys, against those that Node's JSON.stringify made of the same input. */
class CacheKeyTest {
    @TestFactory
    List<DynamicTest> key_is_what_json_stringify_makes_of_the_input() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : Sdk.resource("/sdk-keys/keys.json")) {
            String key = entry.get("key").textValue();
            String feature = entry.get("feature").textValue();
            ReportQuery query = query(entry.get("input"));
            tests.add(DynamicTest.dynamicTest(
                    "case " + tests.size(), () -> assertEquals(key, CacheKey.of(feature, query))));
        }
        assertEquals(42, tests.size());
        return tests;
    }

    @Test
    void sorting_makes_another_key_as_it_makes_another_answer() {
        String plain = Sdk.key(Ask.of(ReportName.POPULAR_URLS));
        String sorted = Sdk.key(Ask.of(ReportName.POPULAR_URLS).sort("nb_hits"));
        assertEquals(plain.replace("}}", ",\"sort\":\"nb_hits\"}}"), sorted);
        assertNotEquals(sorted, Sdk.key(Ask.of(ReportName.POPULAR_URLS).sort("nb_hits:asc")));
    }

    private static ReportQuery query(JsonNode input) {
        ReportFilters filters = new ReportFilters(
                text(input, "category"),
                text(input, "action"),
                text(input, "name"),
                text(input, "channelType"),
                text(input, "goalId"),
                text(input, "goalType"),
                text(input, "funnelId"),
                input.has("includeSeries"));
        return new ReportQuery(
                ReportName.EVENTS,
                input.get("siteId").longValue(),
                input.get("period").textValue(),
                input.get("date").textValue(),
                text(input, "segment"),
                input.has("limit") ? input.get("limit").intValue() : null,
                null,
                filters);
    }

    private static @Nullable String text(JsonNode input, String name) {
        return input.has(name) ? input.get(name).textValue() : null;
    }
}
