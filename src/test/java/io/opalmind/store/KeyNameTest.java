package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyNameTest {
    @Test
    void name_is_the_keys_sha_256_as_the_jdk_computes_it() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        StringBuilder key = new StringBuilder();
        for (int length = 0; length < 300; length++) {
            byte[] wanted = digest.digest(key.toString().getBytes(StandardCharsets.UTF_8));
            assertEquals(HexFormat.of().formatHex(wanted), KeyName.of(key.toString()), "length " + length);
            key.append((char) ('!' + length * 7));
        }
    }

    @Test
    void temporaries_and_names_are_told_apart() {
        assertTrue(KeyName.isName(KeyName.of("key")));
        assertFalse(KeyName.isName(KeyName.of("key").substring(1)));
        assertFalse(KeyName.isName(KeyName.temporary(123, 7)));
        assertEquals(123, KeyName.begun(KeyName.temporary(123, -7)));
        for (String other : new String[] {".lock-3", ".swept", "", ".", "-", ".-1", "1-2", KeyName.of("key")}) {
            assertEquals(-1, KeyName.begun(other), other);
        }
    }
}
