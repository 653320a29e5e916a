package io.opalmind.matomo.track.bulk;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A line of a journal: a check sum of eight digits, a space, and what it says. */
final class JournalEntry {
    private static final int SUM = 8;

    private JournalEntry() {}

    /** The line's bytes, with line end. */
    static byte[] bytes(CharSequence entry) {
        return (sum(entry.toString()) + " " + entry + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What a line without its end says; null where it is not whole. */
    static @Nullable String check(String line) {
        if (line.length() < SUM + 2 || line.charAt(SUM) != ' ') {
            return null;
        }
        String entry = line.substring(SUM + 1);
        return line.startsWith(sum(entry)) ? entry : null;
    }

    private static String sum(String entry) {
        CRC32 crc = new CRC32();
        crc.update(entry.getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(crc.getValue() | 1L << 32).substring(1);
    }
}
