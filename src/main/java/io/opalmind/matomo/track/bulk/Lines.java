package io.opalmind.matomo.track.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines, and CSV into records, which may hold line ends in quotes. Blank lines are passed over, a byte
 * order mark and the CR of CRLF are left out.
 *
 * <p>Memory is bounded: of a line longer than {@link #LONGEST} only the start is kept, and it {@link #isTooLong}. Where a
 * quote is never closed, the line that opens it is a record by itself, so that what follows is not lost with it.
 */
final class Lines {
    /** Bytes. */
    static final int LONGEST = 1 << 20;

    private static final int START_KEPT = 4096;
    private static final int FIRST_SIZE = 1 << 17;

    private final InputStream in;
    private RecordEnd recordEnd;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int next;
    private int filled;
    private boolean ended;

    private int from;
    private int to;
    private long number;
    private long offset;
    private boolean tooLong;
    private long nextNumber;
    private long nextOffset;

    /**
     * Reads on.
     *
     * @param line the number of the line at which the stream stands, from 1
     * @param offset its first byte's place in the input, unpacked
     */
    Lines(InputStream in, RecordEnd recordEnd, long line, long offset) {
        this.in = in;
        this.recordEnd = recordEnd;
        this.nextNumber = line;
        this.nextOffset = offset;
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        while (advance()) {
            if (tooLong || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** From the next line on, ends are found so: the first line told that this is CSV. */
    void quoted(RecordEnd other) {
        recordEnd = other;
    }

    private boolean advance() throws IOException {
        tooLong = false;
        number = nextNumber;
        offset = nextOffset;
        if (number == 1 && offset == 0) {
            passByteOrderMark();
        }
        int end = findEnd();
        if (end < 0) {
            return false;
        }
        from = next;
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        consume(Math.min(end + 1, filled));
        return true;
    }

    /** The index of the line's LF, or of the end of all; -1 where there is nothing more. */
    private int findEnd() throws IOException {
        recordEnd.begin();
        int scanned = next;
        while (true) {
            int end = recordEnd.find(buffer, scanned, filled);
            if (end >= 0) {
                return end;
            }
            int length = filled - next;
            scanned = filled;
            if (length > LONGEST) {
                return giveUp();
            }
            int before = next;
            if (!fill()) {
                return length == 0 ? -1 : recordEnd.isOpen() ? endOfFirstLine() : filled;
            }
            scanned -= before - next;
        }
    }

    private int giveUp() throws IOException {
        if (recordEnd.isOpen()) {
            int end = endOfFirstLine();
            if (end < filled) {
                return end;
            }
        }
        tooLong = true;
        return skipRest();
    }

    private int endOfFirstLine() {
        for (int i = next; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return filled;
    }

    /** Throws away what is left of a line, save its start. */
    private int skipRest() throws IOException {
        while (true) {
            for (int i = next + START_KEPT; i < filled; i++) {
                if (buffer[i] == '\n') {
                    nextOffset += i - next - START_KEPT;
                    System.arraycopy(buffer, next, buffer, i - START_KEPT, START_KEPT);
                    next = i - START_KEPT;
                    return i;
                }
            }
            nextOffset += filled - next - START_KEPT;
            filled = next + START_KEPT;
            if (!fill()) {
                return filled;
            }
        }
    }

    private void consume(int end) {
        nextNumber += recordEnd.isQuoted() ? Math.max(1, lineEnds(end)) : 1;
        nextOffset += end - next;
        next = end;
    }

    private long lineEnds(int end) {
        long count = 0;
        for (int i = next; i < end; i++) {
            if (buffer[i] == '\n') {
                count++;
            }
        }
        return count;
    }

    /** Reads more behind what is there; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        ended = read < 0;
        filled += Math.max(read, 0);
        return !ended;
    }

    private void passByteOrderMark() throws IOException {
        while (filled - next < 3 && fill()) {
            // A pipe may hand over a byte at a time.
        }
        if (filled - next >= 3
                && buffer[next] == (byte) 0xEF
                && buffer[next + 1] == (byte) 0xBB
                && buffer[next + 2] == (byte) 0xBF) {
            next += 3;
            nextOffset += 3;
        }
    }

    private boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r' && buffer[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Holds the line between {@link #from} and {@link #to}, until the next is asked for. */
    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether only the line's start is there. */
    boolean isTooLong() {
        return tooLong;
    }

    /** The line's number, from 1; of a record, that of its first line. */
    long number() {
        return number;
    }

    /** Where it begins, in bytes from the input's start, unpacked. */
    long offset() {
        return offset;
    }

    /** The number of the line behind it. */
    long nextNumber() {
        return nextNumber;
    }

    /** Where the line behind it begins. */
    long nextOffset() {
        return nextOffset;
    }

    /** The line as it is, or its start. */
    byte[] text() {
        return Arrays.copyOfRange(buffer, from, to);
    }
}
