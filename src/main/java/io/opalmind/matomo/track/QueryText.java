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
        boolean[] plain = new boolean[128];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ".-*_".indexOf(c) >= 0;
        }
        return plain;
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
        reserve(3 * text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                escape(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            ascii(c);
        }
    }

    private void escape(byte[] utf8) {
        reserve(3 * utf8.length + 1);
        for (byte octet : utf8) {
            if (octet < 0) {
                hex(octet);
            } else {
                ascii((char) octet);
            }
        }
    }

    private void ascii(char c) {
        if (PLAIN[c]) {
            bytes[length++] = (byte) c;
        } else if (c == ' ') {
            bytes[length++] = '+';
        } else {
            hex((byte) c);
        }
    }

    private void hex(byte octet) {
        bytes[length++] = '%';
        bytes[length++] = HEX[(octet >> 4) & 15];
        bytes[length++] = HEX[octet & 15];
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
