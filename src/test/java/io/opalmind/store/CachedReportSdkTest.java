package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.store.CachedReport.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The records that the TypeScript SDK left in a Redis. */
class CachedReportSdkTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    List<DynamicTest> record_of_the_sdk_is_read_and_written_to_the_byte() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : records("opalmind:cache:")) {
            String stored = entry.get("value").textValue();
            tests.add(DynamicTest.dynamicTest(entry.get("key").textValue(), () -> readAndWrite(stored)));
        }
        assertEquals(14, tests.size());
        return tests;
    }

    private static void readAndWrite(String record) throws IOException {
        byte[] stored = CachedReportTest.bytes(record);
        CachedReport report = CachedReportTest.parsed(stored);
        JsonNode tree = MAPPER.readTree(stored);
        JsonNode value = tree.get("value");
        assertEquals(tree.get("feature").textValue(), report.feature());
        assertEquals(tree.get("expiresAt").longValue(), report.expiresAt());
        assertNull(report.origin());
        assertFalse(report.cut());
        assertEquals(value.isArray() ? Kind.ARRAY : Kind.OBJECT, report.kind());
        assertEquals(value.isArray() ? value.size() : 0, report.elements());
        assertEquals(value.isArray(), report.allObjects());
        assertEquals(value, MAPPER.readTree(stored, report.valueOffset(), report.valueLength()));
        byte[] again = CachedReport.write(
                report.feature(),
                stored,
                report.valueOffset(),
                report.valueLength(),
                report.expiresAt(),
                report.origin(),
                report.cut());
        assertArrayEquals(stored, again);
    }

    @TestFactory
    List<DynamicTest> other_records_of_the_sdk_are_a_miss() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : records("opalmind:idempotency:")) {
            byte[] stored = CachedReportTest.bytes(entry.get("value").textValue());
            tests.add(DynamicTest.dynamicTest(
                    entry.get("key").textValue(), () -> assertNull(CachedReport.parse(stored))));
        }
        assertEquals(4, tests.size());
        return tests;
    }

    private static List<JsonNode> records(String prefix) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (InputStream records = CachedReportSdkTest.class.getResourceAsStream("/store/sdk-records.json")) {
            assertNotNull(records);
            for (JsonNode entry : MAPPER.readTree(records)) {
                if (entry.get("key").textValue().startsWith(prefix)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }
}
