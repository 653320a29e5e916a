package io.opalmind.matomo.track.bulk;

import java.util.BitSet;

/** A set of line numbers near one another. */
final class LineBits {
    private long base = 1;
    private BitSet bits = new BitSet();

    void add(long line) {
        if (line >= base) {
            bits.set((int) (line - base));
        }
    }

    void remove(long line) {
        if (line >= base) {
            bits.clear((int) (line - base));
        }
    }

    boolean has(long line) {
        return line >= base && bits.get((int) (line - base));
    }

    /** Forgets the lines before that one. */
    void forgetBefore(long line) {
        if (line > base) {
            bits = bits.get((int) (line - base), Math.max(bits.length(), (int) (line - base)));
            base = line;
        }
    }

    /** Whether it has a line that the other has not. */
    boolean isBeyond(LineBits other) {
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            if (!other.has(base + i)) {
                return true;
            }
        }
        return false;
    }
}
