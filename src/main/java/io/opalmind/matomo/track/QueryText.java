package io.opalmind.matomo.track;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes a query string as URLEncoder does, but several times as fast, which an import of millions feels. */
final class QueryText {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);
    private static final boolean[] PLAIN = plain();

    private byte[] bytes = new byte[1024];
    private int length;

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = isLetterOrDigit(c) || ".-*_".indexOf(c) >= 0;
        }
        return plain;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The query string, without {@code ?}. */
    String query(Map<String, String> parameters) {
        length = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (length > 0) {
                put('&');
            }
            append(parameter.getKey());
            put('=');
            append(parameter.getValue());
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void append(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        reserve(3 * octets.length + 1);
        byte[] out = bytes;
        int at = length;
        for (byte octet : octets) {
            if (PLAIN[octet & 0xFF]) {
                out[at++] = octet;
            } else if (octet == ' ') {
                out[at++] = '+';
            } else {
                out[at++] = '%';
                out[at++] = HEX[(octet >> 4) & 15];
                out[at++] = HEX[octet & 15];
            }
        }
        length = at;
    }

    private void put(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
