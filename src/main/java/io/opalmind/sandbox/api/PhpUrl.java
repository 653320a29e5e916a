package io.opalmind.sandbox.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** URL-decoding as PHP does it: a percent sign that begins no escape stands for itself. */
final class PhpUrl {
    private PhpUrl() {}

    static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && digit(bytes[i + 1]) >= 0 && digit(bytes[i + 2]) >= 0) {
                decoded.write(digit(bytes[i + 1]) * 16 + digit(bytes[i + 2]));
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int digit(byte b) {
        return Character.digit((char) b, 16);
    }
}
