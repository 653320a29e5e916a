package io.opalmind.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Which lines of a file of hits are ended while others of it are not: a file beside it, {@code NAME.done}, to which a piece
 * such as {@code 0-49;} is appended each time, after a line end. Half a piece (a full disk) lacks its semicolon and counts
 * for nothing; the line end before the next one keeps the two apart.
 */
final class DoneLines {
    static final String SUFFIX = ".done";

    private DoneLines() {}

    static Path beside(Path segment) {
        return segment.resolveSibling(segment.getFileName() + SUFFIX);
    }

    /** None where there is no such file. */
    static BitSet read(Path file) throws IOException {
        String text;
        try (FileInputStream in = new FileInputStream(file.toString())) {
            text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (FileNotFoundException nothingDone) {
            return new BitSet();
        }
        BitSet done = new BitSet();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            read(text.substring(from, end), done);
            from = end + 1;
        }
        return done;
    }

    private static void read(String piece, BitSet done) {
        int dash = piece.indexOf('-');
        if (dash > 0 && piece.endsWith(";")) {
            try {
                int first = Integer.parseInt(piece, 0, dash, 10);
                int last = Integer.parseInt(piece, dash + 1, piece.length() - 1, 10);
                if (first >= 0 && last >= first) {
                    done.set(first, last + 1);
                }
            } catch (NumberFormatException foreign) {
                // Then it ends no hit.
            }
        }
    }

    /** Appends those lines, to the disk. */
    static void append(Path file, BitSet lines) throws IOException {
        StringBuilder pieces = new StringBuilder();
        for (int first = lines.nextSetBit(0); first >= 0; ) {
            int after = lines.nextClearBit(first);
            pieces.append('\n').append(first).append('-').append(after - 1).append(';');
            first = lines.nextSetBit(after);
        }
        try (FileChannel out = OwnerOnly.append(file)) {
            ByteBuffer bytes = ByteBuffer.wrap(pieces.toString().getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
