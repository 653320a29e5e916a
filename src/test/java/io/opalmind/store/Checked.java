package io.opalmind.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Values that show whether they are whole: their length, and then one byte over and over. */
final class Checked {
    private Checked() {}

    static byte[] value(int fill, int with) {
        byte[] value = new byte[Integer.BYTES + 1 + fill];
        Arrays.fill(value, (byte) with);
        ByteBuffer.wrap(value).putInt(value.length);
        return value;
    }

    static void check(byte[] value) {
        if (ByteBuffer.wrap(value).getInt() != value.length) {
            throw new IllegalStateException("a value of another length: " + value.length);
        }
        for (int i = Integer.BYTES; i < value.length; i++) {
            if (value[i] != value[Integer.BYTES]) {
                throw new IllegalStateException("a value of two halves: at " + i);
            }
        }
    }
}
