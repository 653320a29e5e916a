package io.opalmind.store.redis.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportKeyTest {
    private static final String PREFIX = "opalmind:cache:";

    @Test
    void keys_of_the_sdk_are_read_and_canonical() throws IOException {
        int count = 0;
        try (InputStream recorded = getClass().getResourceAsStream("/opalmind-ts-redis/redis-keys.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(recorded)) {
                String key = entry.get("key").asText();
                if (key.startsWith(PREFIX)) {
                    ReportKey read = parse(key, PREFIX.length());
                    assertEquals(1, read.site(), key);
                    assertTrue(key.contains("\"feature\":\"" + read.feature() + "\""), key);
                    assertTrue(read.canonical(), key);
                    count++;
                }
            }
        }
        assertTrue(count > 10, count + " keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"input\":{\"siteId\":1},\"feature\":\"a\"}",
                "{\"feature\":\"a\",\"input\":{\"period\":\"day\",\"siteId\":1}}",
                "{\"feature\":\"a\", \"input\":{\"siteId\":1}}",
                "{\"feature\":\"a\",\"input\":{\"siteId\":1,\"siteId\":1}}",
                "{\"feature\":\"a\",\"input\":{\"siteId\":1,\"colour\":\"red\"}}",
                "{\"feature\":\"a\",\"input\":{\"siteId\":1},\"more\":[{}]}"
            })
    void other_order_blanks_and_unknown_members_are_not_canonical(String key) {
        ReportKey read = parse(key, 0);
        assertFalse(read.canonical());
        assertEquals("a", read.feature());
        assertEquals(1, read.site());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "{",
                "{}",
                "[]",
                "{\"feature\":1,\"input\":{}}",
                "{\"feature\":\"a\"}",
                "{\"feature\":\"a\",\"input\":{}",
                "{\"feature\":\"a\",\"input\":{}} "
            })
    void what_is_no_key_of_a_report_is_none(String key) {
        if (key.endsWith(" ")) {
            assertFalse(parse(key, 0).canonical());
        } else {
            assertNull(ReportKey.parse(key.getBytes(StandardCharsets.UTF_8), 0));
        }
    }

    @Test
    void common_keys_are_read_by_the_short_way_as_by_the_long_one() {
        for (String date : List.of("today", "2026-11-24", "é", "a\\\"b", "\\u0041", "a b", "", "{}}")) {
            for (String rest :
                    List.of("}}", ",\"limit\":5}}", ",\"limit\":-1}}", ",\"limit\":05}}", ",\"sort\":\"a\"}}", "}} ")) {
                String key = "{\"feature\":\"a\",\"input\":{\"siteId\":7,\"period\":\"day\",\"date\":\"" + date + "\""
                        + rest;
                byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
                ReportKey common = CommonReportKey.read(bytes, 0);
                if (common != null) {
                    // With a member more, the short way is not taken.
                    String other = key.substring(0, key.length() - 2) + ",\"sort\":\"a\"}}";
                    assertEquals(parse(other, 0), common, key);
                }
                assertEquals(
                        List.of("today", "2026-11-24", "a b", "", "{}}").contains(date)
                                && rest.matches("}}|,\"limit\":5}}"),
                        common != null,
                        key);
            }
        }
    }

    @Test
    void blanks_and_escapes_inside_texts_are_canonical() {
        ReportKey read = parse("{\"feature\":\"a\",\"input\":{\"siteId\":1,\"segment\":\"a \\\" b\"}}", 0);
        assertTrue(read.canonical());
    }

    private static ReportKey parse(String key, int offset) {
        ReportKey read = ReportKey.parse(key.getBytes(StandardCharsets.UTF_8), offset);
        if (read == null) {
            throw new AssertionError("not read: " + key);
        }
        return read;
    }
}
