package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.CachedReport.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedReportTest {
    private static final String AROUND = "{\"feature\":\"f\",\"value\":%s,\"expiresAt\":1821452534591}";

    @Test
    void record_without_extras_has_the_bytes_of_the_sdk() {
        byte[] value = bytes("[{\"label\":\"söhne\"}]");
        assertEquals(
                "{\"feature\":\"popularUrls\",\"value\":[{\"label\":\"söhne\"}],\"expiresAt\":1821452534591}",
                text(CachedReport.write("popularUrls", value, 0, value.length, 1821452534591L, null, false)));
    }

    @Test
    void extras_stand_behind_the_members_of_the_sdk() {
        byte[] value = bytes("  {}  ");
        assertEquals(
                "{\"feature\":\"f\",\"value\":{},\"expiresAt\":1,\"origin\":\"0a9f\",\"cut\":true}",
                text(CachedReport.write("f", value, 2, 2, 1, "0a9f", true)));
        assertEquals(
                "{\"feature\":\"f\",\"value\":{},\"expiresAt\":1,\"cut\":true}",
                text(CachedReport.write("f", value, 2, 2, 1, null, true)));
        assertEquals(
                "{\"feature\":\"f\",\"value\":{},\"expiresAt\":1,\"origin\":\"0a9f\"}",
                text(CachedReport.write("f", value, 2, 2, 1, "0a9f", false)));
    }

    @Test
    void what_would_break_the_record_is_not_written() {
        byte[] value = bytes("[]");
        assertThrows(IllegalArgumentException.class, () -> CachedReport.write("f\"", value, 0, 2, 1, null, false));
        assertThrows(IllegalArgumentException.class, () -> CachedReport.write("f", value, 0, 2, 1, "a\\", false));
        assertThrows(IndexOutOfBoundsException.class, () -> CachedReport.write("f", value, 1, 2, 1, null, false));
    }

    @Test
    void parts_of_a_record_are_found() {
        byte[] value = bytes("[{\"label\":\"a\"},{\"label\":\"b\"}]");
        byte[] stored = CachedReport.write("popularUrls", value, 0, value.length, 1821452534591L, "0a9f", true);
        CachedReport report = parsed(stored);
        assertEquals("popularUrls", report.feature());
        assertEquals(1821452534591L, report.expiresAt());
        assertEquals("0a9f", report.origin());
        assertTrue(report.cut());
        assertEquals(Kind.ARRAY, report.kind());
        assertEquals(2, report.elements());
        assertTrue(report.allObjects());
        assertFalse(report.firstHasDate());
        assertEquals(text(value), value(stored));
    }

    @Test
    void record_of_the_sdk_has_no_origin_and_is_not_cut() {
        CachedReport report = parsed(bytes(AROUND.formatted("[]")));
        assertNull(report.origin());
        assertFalse(report.cut());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[[],{},[{}]]",
                "{\"a\":{\"b\":[1,{\"c\":\"söhne €😀\"}]}}",
                "\"\"",
                "\"söhne €😀 \\\" \\u00e9\"",
                "0",
                "-12.50e+3",
                "true",
                "false",
                "null",
                "[ 1 , \"söhne €😀\" ]",
            })
    void value_is_located_whatever_stands_around_it(String value) {
        String[] records = {
            "{\"feature\":\"f\",\"value\":%s,\"expiresAt\":1}",
            "{\"value\":%s,\"feature\":\"f\",\"expiresAt\":1}",
            "{\"feature\":\"f\",\"expiresAt\":1,\"value\":%s}",
            " \n{ \"feature\" : \"größe €😀\" ,\t\"expiresAt\": 1 , \"value\"\r\n:  %s  } \n",
            "{\"größe €😀\":\"ü\",\"\\u0076alue\":%s,\"feature\":\"f\",\"expiresAt\":1,\"ü\":[{\"value\":2}]}",
            "{\"value\":[{\"label\":\"the first\"}],\"value\":%s,\"feature\":\"f\",\"expiresAt\":1}",
        };
        for (String record : records) {
            assertEquals(value, value(bytes(record.formatted(value))), record);
        }
    }

    @Test
    void elements_are_counted() {
        assertElements("[]", 0, true, false);
        assertElements("[{}]", 1, true, false);
        assertElements("[{\"a\":[1,2,{\"date\":1}]},{\"b\":{}},{}]", 3, true, false);
        assertElements("[{},1]", 2, false, false);
        assertElements("[[{}],\"a\",null]", 3, false, false);
        assertElements("[{\"date\":\"2026-11-24\",\"a\":1}]", 1, true, true);
        assertElements("[{\"a\":{\"b\":[]},\"date\":null},2]", 2, false, true);
        assertElements("[{\"a\":1},{\"date\":1}]", 2, true, false);
        assertElements("[1,{\"date\":1}]", 2, false, false);
    }

    private static void assertElements(String value, int elements, boolean allObjects, boolean firstHasDate) {
        CachedReport report = parsed(bytes(AROUND.formatted(value)));
        assertEquals(Kind.ARRAY, report.kind(), value);
        assertEquals(elements, report.elements(), value);
        assertEquals(allObjects, report.allObjects(), value);
        assertEquals(firstHasDate, report.firstHasDate(), value);
    }

    @Test
    void what_is_no_array_has_no_elements() {
        for (String value : new String[] {"{\"date\":[{}]}", "\"[]\"", "1", "null"}) {
            CachedReport report = parsed(bytes(AROUND.formatted(value)));
            assertEquals(value.startsWith("{") ? Kind.OBJECT : Kind.OTHER, report.kind(), value);
            assertEquals(0, report.elements(), value);
            assertFalse(report.allObjects(), value);
            assertFalse(report.firstHasDate(), value);
        }
    }

    @Test
    void last_of_repeated_members_counts() {
        CachedReport report = parsed(
                bytes(
                        "{\"feature\":1,\"value\":[{\"date\":1}],\"expiresAt\":\"never\",\"origin\":5,"
                                + "\"cut\":\"no\",\"feature\":\"g\",\"value\":{},\"expiresAt\":2,\"origin\":\"b\",\"cut\":false}"));
        assertEquals(
                new CachedReport("g", 2, "b", false, report.valueOffset(), 2, Kind.OBJECT, 0, false, false), report);
    }

    @Test
    void expiry_may_be_written_as_javascript_writes_numbers() {
        assertEquals(1821452534591L, expiry("1821452534591.75"));
        assertEquals(1821452534591L, expiry("1.821452534591e12"));
        assertEquals(Long.MAX_VALUE, expiry("1e400"));
        assertEquals(-1, expiry("-1"));
    }

    private static long expiry(String number) {
        return parsed(bytes("{\"feature\":\"f\",\"value\":[],\"expiresAt\":" + number + "}"))
                .expiresAt();
    }

    static CachedReport parsed(byte[] stored) {
        CachedReport report = CachedReport.parse(stored);
        assertNotNull(report, () -> text(stored));
        return report;
    }

    static String value(byte[] stored) {
        CachedReport report = parsed(stored);
        return new String(stored, report.valueOffset(), report.valueLength(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
