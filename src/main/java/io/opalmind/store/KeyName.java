package io.opalmind.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of the files that stand for idempotency keys: the key's SHA-256 as 64 hexadecimal digits, so that no two keys
 * share one and none leads out of its directory. A temporary is {@code .}, when it was begun, and a number.
 */
final class KeyName {
    static final int LENGTH = 64;
    private static final String DIGITS = "0123456789abcdef";

    private KeyName() {}

    static String of(String key) {
        try {
            // Every invocation needs this digest once before (Origin), so it costs nothing to load here.
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static boolean isName(String name) {
        if (name.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (DIGITS.indexOf(name.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param begun milliseconds since the epoch
     * @param nonce what tells two temporaries of one millisecond apart
     */
    static String temporary(long begun, long nonce) {
        return "." + begun + "-" + Long.toHexString(nonce);
    }

    /** When the temporary of that name was begun, in milliseconds since the epoch; -1 where it is no temporary. */
    static long begun(String name) {
        int end = name.indexOf('-');
        if (end < 2 || name.charAt(0) != '.') {
            return -1;
        }
        try {
            return Long.parseLong(name, 1, end, 10);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
