package io.opalmind.store.redis.inspect;

import java.io.ByteArrayOutputStream;

/** Redis' glob patterns: {@code *}, {@code ?}, {@code [abc]}, {@code [^a-z]}, and a backslash before what is meant as it is. */
final class Glob {
    private final byte[] pattern;
    private final byte[] text;
    private final int end;

    private Glob(byte[] pattern, byte[] text) {
        this.pattern = pattern;
        this.text = text;
        this.end = text.length;
    }

    /** The bytes as a pattern that matches them alone. */
    static byte[] escape(byte[] literal) {
        ByteArrayOutputStream escaped = new ByteArrayOutputStream(literal.length + 8);
        for (byte b : literal) {
            if (b == '*' || b == '?' || b == '[' || b == ']' || b == '^' || b == '\\') {
                escaped.write('\\');
            }
            escaped.write(b);
        }
        return escaped.toByteArray();
    }

    /** Whether all of the text from that offset matches, as Redis sees it. */
    static boolean matches(byte[] pattern, byte[] text, int from) {
        return new Glob(pattern, text).matches(from);
    }

    /** Goes back to the last star alone, so that no pattern takes more than length times length. */
    private boolean matches(int from) {
        int at = 0;
        int in = from;
        int star = -1;
        int retry = from;
        while (in < end) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                retry = in;
            } else if (at < pattern.length && one(at, text[in])) {
                at = next(at);
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at == pattern.length;
    }

    private boolean one(int at, byte b) {
        return switch (pattern[at]) {
            case '?' -> true;
            case '[' -> inClass(at, b);
            case '\\' -> pattern[at + 1 < pattern.length ? at + 1 : at] == b;
            default -> pattern[at] == b;
        };
    }

    private int next(int at) {
        return switch (pattern[at]) {
            case '[' -> Math.min(pattern.length, closing(at) + 1);
            case '\\' -> Math.min(pattern.length, at + 2);
            default -> at + 1;
        };
    }

    /** Where the class that begins there ends; behind the pattern where it does not. */
    private int closing(int open) {
        int at = open + 1;
        while (at < pattern.length && pattern[at] != ']') {
            at += pattern[at] == '\\' && at + 1 < pattern.length ? 2 : 1;
        }
        return at;
    }

    private boolean inClass(int open, byte b) {
        int at = open + 1;
        boolean negated = at < pattern.length && pattern[at] == '^';
        at += negated ? 1 : 0;
        int closing = closing(open);
        boolean found = false;
        while (at < closing) {
            if (pattern[at] == '\\' && at + 1 < pattern.length) {
                found |= pattern[at + 1] == b;
                at += 2;
            } else if (at + 2 < closing && pattern[at + 1] == '-') {
                found |= isBetween(b, pattern[at], pattern[at + 2]);
                at += 3;
            } else {
                found |= pattern[at] == b;
                at++;
            }
        }
        return found != negated;
    }

    private static boolean isBetween(byte b, byte one, byte other) {
        int low = Math.min(one & 0xFF, other & 0xFF);
        int high = Math.max(one & 0xFF, other & 0xFF);
        return (b & 0xFF) >= low && (b & 0xFF) <= high;
    }
}
