package io.opalmind.matomo.track.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of an input, unpacked, and the format in which they are written. */
final class ImportSource implements AutoCloseable {
    /** Opens the input at its start; standard input can be opened once only. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final InputFormat format;
    private final LineFormat lineFormat;
    private final Lines lines;
    /** Whether the first line was read to tell the format by it, and is still to be handed out. */
    private boolean firstIsDue;

    private ImportSource(InputStream in, InputFormat format, LineFormat lineFormat, Lines lines, boolean firstIsDue) {
        this.in = in;
        this.format = format;
        this.lineFormat = lineFormat;
        this.lines = lines;
        this.firstIsDue = firstIsDue;
    }

    /**
     * Opens an input at its start, or where an earlier run came to.
     *
     * @param asked the format that the user named, or null
     * @param mark where to go on; null for the start
     * @throws ImportRefusedException where the header of a CSV makes no sense
     */
    static ImportSource open(Opening opening, @Nullable InputFormat asked, @Nullable Mark mark) throws IOException {
        InputStream in = unpacked(opening.open());
        Lines lines = new Lines(in, RecordEnd.line(), 1, 0);
        boolean some = lines.next();
        String first = some ? new String(lines.text(), StandardCharsets.UTF_8) : "";
        InputFormat format = asked == null ? InputFormat.of(first) : asked;
        LineFormat lineFormat = lineFormat(format, first, some);
        if (mark == null) {
            lines.quoted(recordEnd(format, first));
            return new ImportSource(in, format, lineFormat, lines, some && format != InputFormat.CSV);
        }
        in.close();
        InputStream again = unpacked(opening.open());
        again.skipNBytes(mark.offset());
        Lines rest = new Lines(again, recordEnd(format, first), mark.line(), mark.offset());
        return new ImportSource(again, format, lineFormat, rest, false);
    }

    private static LineFormat lineFormat(InputFormat format, String first, boolean some) {
        return switch (format) {
            case NDJSON -> new JsonLine();
            case QUERY -> new QueryLine();
            case CSV -> some ? CsvLine.under(first) : new QueryLine();
        };
    }

    private static RecordEnd recordEnd(InputFormat format, String header) {
        return format == InputFormat.CSV ? RecordEnd.csv(CsvLine.delimiter(header)) : RecordEnd.line();
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }

    boolean next() throws IOException {
        if (firstIsDue) {
            firstIsDue = false;
            return true;
        }
        return lines.next();
    }

    Lines lines() {
        return lines;
    }

    InputFormat format() {
        return format;
    }

    /** Reads the line that {@link #next} went to. */
    void read(LineHit hit) throws BadLineException {
        if (lines.isTooLong()) {
            throw new BadLineException("", "is longer than " + Lines.LONGEST + " bytes");
        }
        lineFormat.read(lines.buffer(), lines.from(), lines.to(), hit);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
