package io.opalmind;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one Matomo and one user from others in twelve hexadecimal digits. It stands in cache records and file names, so
 * it is a cut SHA-256: of 128 random bits of token it gives away none that could be used.
 */
final class Origin {
    private static final int BYTES = 6;

    private Origin() {}

    static String of(URI baseUrl, String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest((baseUrl + "\n" + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
