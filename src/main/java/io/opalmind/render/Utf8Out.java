package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;

/** Writes text as UTF-8 through one buffer: no writer, no encoder and no garbage between a cell and its bytes. */
final class Utf8Out {
    private static final int MOST_BYTES = 4;
    private static final int REPLACEMENT = 0xFFFD;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private long spilled;

    Utf8Out(OutputStream out) {
        this.out = out;
    }

    /** Writes one ASCII character. */
    void put(char c) throws IOException {
        if (used == buffer.length) {
            spill();
        }
        buffer[used++] = (byte) c;
    }

    /** Writes a text that is ASCII, such as a number's digits, at the cost of copying bytes. */
    @SuppressWarnings("deprecation")
    void putAscii(String text) throws IOException {
        int length = text.length();
        if (buffer.length - used < length) {
            spill();
        }
        if (length > buffer.length) {
            put(text);
            return;
        }
        // deprecated as it drops the upper half of each char, which has nothing in it here
        text.getBytes(0, length, buffer, used);
        used += length;
    }

    /** Writes a text. Half a pair of surrogates, which UTF-8 cannot say, becomes U+FFFD. */
    void put(String text) throws IOException {
        int length = text.length();
        int at = 0;
        while (at < length) {
            if (buffer.length - used < MOST_BYTES) {
                spill();
            }
            // as far as the buffer reaches whatever the characters are
            int safe = Math.min(length, at + (buffer.length - used) / MOST_BYTES);
            while (at < safe) {
                char c = text.charAt(at);
                if (c < 0x80) {
                    buffer[used++] = (byte) c;
                    at++;
                } else {
                    int codePoint = text.codePointAt(at);
                    encode(codePoint);
                    at += Character.charCount(codePoint);
                }
            }
        }
    }

    /** Writes one code point. */
    void putCodePoint(int codePoint) throws IOException {
        if (buffer.length - used < MOST_BYTES) {
            spill();
        }
        encode(codePoint);
    }

    /** Bytes written so far, those in the buffer too. */
    long written() {
        return spilled + used;
    }

    /** Writes the buffer out, and flushes what is beyond it. */
    void flush() throws IOException {
        spill();
        out.flush();
    }

    private void encode(int codePoint) {
        int type = codePoint >>> 11;
        if (codePoint < 0x80) {
            buffer[used++] = (byte) codePoint;
        } else if (type == 0) {
            lead(0xC0, codePoint >> 6);
            follow(codePoint);
        } else if (type == Character.MIN_SURROGATE >>> 11) {
            encode(REPLACEMENT);
        } else if (codePoint < 0x10000) {
            lead(0xE0, codePoint >> 12);
            follow(codePoint >> 6);
            follow(codePoint);
        } else {
            lead(0xF0, codePoint >> 18);
            follow(codePoint >> 12);
            follow(codePoint >> 6);
            follow(codePoint);
        }
    }

    private void lead(int mark, int bits) {
        buffer[used++] = (byte) (mark | bits);
    }

    private void follow(int bits) {
        buffer[used++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void spill() throws IOException {
        out.write(buffer, 0, used);
        spilled += used;
        used = 0;
    }
}
