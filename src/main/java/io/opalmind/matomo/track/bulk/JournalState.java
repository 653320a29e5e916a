package io.opalmind.matomo.track.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a journal says of the runs before this one. Of any size, it needs the memory of a {@link Window}. */
final class JournalState {
    private final LineBits decided = new LineBits();
    private final LineBits sent = new LineBits();
    private @Nullable FilePrint print;
    private String options = "";
    private String salt = newSalt();
    private Mark mark = Mark.START;
    private ImportCounts counts = ImportCounts.NONE;
    private long earlierMillis;
    private long runMillis;
    private boolean complete;
    private long length;

    private JournalState() {}

    /** Whether a line {@link #isInDoubt}. */
    boolean hasDoubts() {
        return sent.isBeyond(decided);
    }

    /** Reads a journal; one that is missing says nothing. */
    static JournalState read(Path file) throws IOException {
        JournalState state = new JournalState();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            state.replay(in);
        } catch (NoSuchFileException first) {
            return state;
        }
        state.counts = state.counts.lasting(state.earlierMillis + state.runMillis);
        return state;
    }

    /** Up to the first line that is not whole: a kill or a power cut leaves no more than one behind. */
    private void replay(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet != '\n') {
                line.write(octet);
                continue;
            }
            String entry = JournalEntry.check(line.toString(StandardCharsets.ISO_8859_1));
            if (entry == null) {
                return;
            }
            take(entry);
            length += line.size() + 1;
            line.reset();
        }
    }

    private void take(String entry) {
        switch (entry.charAt(0)) {
            case 'H' -> head(entry);
            case 'B' -> begin(entry);
            case 'I' -> LineSet.read(entry, 2, sent::add);
            case 'N' -> LineSet.read(entry, 2, sent::remove);
            case 'D' -> counts = counts.and(Outcome.of(entry.charAt(1)), LineSet.read(entry, 3, decided::add));
            case 'C' -> moveOn(entry);
            case 'E' -> complete = true;
            default -> {
                // written by a later version, which knows why
            }
        }
    }

    private void head(String entry) {
        int space = entry.indexOf(' ', 2);
        salt = entry.substring(2, space);
        options = entry.substring(space + 1);
    }

    private void begin(String entry) {
        String[] parts = entry.split(" ", -1);
        print = new FilePrint(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3], Integer.parseInt(parts[4]));
        complete = false;
        earlierMillis += runMillis;
        runMillis = 0;
    }

    private void moveOn(String entry) {
        String[] parts = entry.split(" ", -1);
        mark = new Mark(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        runMillis = Long.parseLong(parts[3]);
        decided.forgetBefore(mark.line());
        sent.forgetBefore(mark.line());
    }

    /** The file as it was when the last run began, or null where there was none. */
    @Nullable
    FilePrint print() {
        return print;
    }

    /** {@link ImportSettings#fixedOptions} of the first run. */
    String options() {
        return options;
    }

    /**
     * What makes keys of line numbers: random, and the same in all runs, so that a hit has the same page view id whenever
     * it is sent, and another import's have others.
     */
    String salt() {
        return salt;
    }

    private static String newSalt() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Where to go on. */
    Mark mark() {
        return mark;
    }

    ImportCounts counts() {
        return counts;
    }

    /** Whether the last run came to the end of the input. */
    boolean isComplete() {
        return complete;
    }

    /** Bytes of the journal that are whole. */
    long length() {
        return length;
    }

    boolean isDecided(long line) {
        return line < mark.line() || decided.has(line);
    }

    /** Whether the line was on the wire, and it is not known what became of it. */
    boolean isInDoubt(long line) {
        return sent.has(line) && !isDecided(line);
    }
}
