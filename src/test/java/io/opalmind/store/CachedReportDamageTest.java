package io.opalmind.store;

import static io.opalmind.store.CachedReportTest.bytes;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage is a miss, never an exception: anyone may write into a Redis, and a disk may do what it likes. */
class CachedReportDamageTest {
    private static final String WHOLE =
            "{\"feature\":\"popularUrls\",\"value\":[{\"label\":\"söhne €😀\",\"nb\":[1.5e3,-2,true,null]},{}],"
                    + "\"expiresAt\":1821452534591,\"origin\":\"0a9f\",\"cut\":true}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "42",
                "\"a string of some length\"",
                "[]",
                "[{\"feature\":\"f\",\"value\":[],\"expiresAt\":1}]",
                "{}",
                "no JSON at all",
                "<html>Sign in</html>",
                "{\"value\":[],\"expiresAt\":1}",
                "{\"feature\":\"f\",\"expiresAt\":1}",
                "{\"feature\":\"f\",\"value\":[]}",
                "{\"feature\":null,\"value\":[],\"expiresAt\":1}",
                "{\"feature\":[\"f\"],\"value\":[],\"expiresAt\":1}",
                "{\"feature\":{\"a\":\"f\"},\"value\":[],\"expiresAt\":1}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":\"1821452534591\"}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":null}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":[1]}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":NaN}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":99999999999999999999}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1,\"expiresAt\":\"2\"}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1,\"origin\":1}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1,\"cut\":1}",
                "{\"feature\":\"f\",\"value\":,\"expiresAt\":1}",
                "{\"feature\":\"f\",\"value\":[1,],\"expiresAt\":1}",
                "{\"feature\":\"f\",\"value\":[}],\"expiresAt\":1}",
                "{\"feature\":\"f\",\"value\":\"a\nb\",\"expiresAt\":1}",
                "{\"feature\":\"f\",\"value\":\"\\x\",\"expiresAt\":1}",
                "{\"feature\":\"f\",\"value\":01,\"expiresAt\":1}",
                "{'feature':'f','value':[],'expiresAt':1}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1,}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1}}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1} x",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1}{}",
                "{\"feature\":\"f\",\"value\":[],\"expiresAt\":1}\u0000",
                "\uFEFF{\"feature\":\"f\",\"value\":[],\"expiresAt\":1}",
            })
    void what_is_no_record_is_a_miss(String stored) {
        assertNull(CachedReport.parse(bytes(stored)));
    }

    @Test
    void record_cut_short_anywhere_is_a_miss() {
        byte[] whole = bytes(WHOLE);
        assertNotNull(CachedReport.parse(whole));
        for (int length = 0; length < whole.length; length++) {
            assertNull(CachedReport.parse(Arrays.copyOf(whole, length)), "of length " + length);
        }
    }

    @Test
    void other_encodings_are_a_miss() {
        assertNull(CachedReport.parse(WHOLE.getBytes(StandardCharsets.UTF_16)));
        assertNull(CachedReport.parse(WHOLE.getBytes(StandardCharsets.UTF_16LE)));
        assertNull(CachedReport.parse(WHOLE.getBytes(StandardCharsets.UTF_16BE)));
        assertNull(CachedReport.parse(WHOLE.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void text_that_is_no_utf8_is_a_miss() {
        byte[] stored = bytes(WHOLE);
        int umlaut = WHOLE.indexOf("ö");
        stored[umlaut] = (byte) 0xff;
        assertNull(CachedReport.parse(stored));
    }

    @Test
    void nesting_without_end_is_a_miss() {
        for (String open : new String[] {"[", "{\"a\":", "[{\"a\":"}) {
            String bomb = open.repeat(1_000_000);
            assertNull(CachedReport.parse(bytes("{\"feature\":\"f\",\"value\":" + bomb)));
            assertNull(CachedReport.parse(bytes("{\"feature\":\"f\",\"expiresAt\":1,\"other\":" + bomb)));
            assertNull(CachedReport.parse(bytes(bomb)));
        }
    }

    @Test
    void nesting_that_reports_have_is_none_to_fear() {
        String deep = "[".repeat(500) + "]".repeat(500);
        assertNotNull(CachedReport.parse(bytes("{\"feature\":\"f\",\"value\":" + deep + ",\"expiresAt\":1}")));
    }

    @Test
    void changed_bytes_give_a_miss_or_a_value_inside_the_record() {
        byte[] whole = bytes(WHOLE);
        Random random = new Random(20261124);
        for (int round = 0; round < 100_000; round++) {
            byte[] stored = whole.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                stored[random.nextInt(stored.length)] = (byte) random.nextInt(256);
            }
            CachedReport report = CachedReport.parse(stored);
            if (report != null) {
                int end = report.valueOffset() + report.valueLength();
                assertTrue(report.valueOffset() > 0 && report.valueLength() > 0 && end < stored.length);
            }
        }
    }
}
