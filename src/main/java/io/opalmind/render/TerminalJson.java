package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes JSON on to a terminal, with what would act on it escaped: still the same JSON.
 *
 * <p>JSON itself escapes C0 only. Everything else that is harmful can stand in strings alone, so the bytes of a document
 * can be judged without knowing where in it they are.
 */
final class TerminalJson extends OutputStream {
    private static final String HEX = "0123456789abcdef";

    private final OutputStream terminal;
    private final Utf8Out out;
    private int codePoint;
    private int missing;

    TerminalJson(OutputStream terminal) {
        this.terminal = terminal;
        this.out = new Utf8Out(terminal);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    /** Takes a byte of valid UTF-8; a character may be split between two calls. */
    @Override
    public void write(int b) throws IOException {
        int octet = b & 0xFF;
        if (octet < 0x80) {
            judged(octet);
        } else if (octet >= 0xC0) {
            missing = octet >= 0xF0 ? 3 : octet >= 0xE0 ? 2 : 1;
            codePoint = octet & (0x3F >> missing);
        } else {
            codePoint = (codePoint << 6) | (octet & 0x3F);
            missing--;
            if (missing == 0) {
                judged(codePoint);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
        terminal.close();
    }

    private void judged(int c) throws IOException {
        if (c < 0x7F || !TerminalText.isHarmful(c)) {
            out.putCodePoint(c);
        } else if (c <= 0xFFFF) {
            escape(c);
        } else {
            escape(Character.highSurrogate(c));
            escape(Character.lowSurrogate(c));
        }
    }

    private void escape(int unit) throws IOException {
        out.put('\\');
        out.put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.put(HEX.charAt((unit >> shift) & 0xF));
        }
    }
}
