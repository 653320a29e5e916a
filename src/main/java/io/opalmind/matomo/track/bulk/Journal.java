package io.opalmind.matomo.track.bulk;

import io.opalmind.store.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an import writes down, so that after a kill the same command goes on where it stopped: {@code
 * imports/NAME.journal} in the state directory, only ever added to, a line an entry ({@link JournalEntry}):
 *
 * <pre>
 * H salt options      of the first run
 * B size time hash n  a run begins; the file as it is then
 * I lines             these go on the wire now; on the disk before they do
 * N lines             they did not get there
 * Dx lines            what became of them, x being an {@link Outcome}'s letter
 * C line offset ms    all before it is decided; how long the run has lasted
 * E                   the run came to the end of the input
 * </pre>
 *
 * <p>Lines are named one by one, and not as the third batch of the second lane: which lines are in one batch depends on
 * the time (a hit can become too old), on what Matomo knows (a goal can be deleted) and on the number of lanes. So the
 * next run may cut batches as it likes, and {@code --parallel} and {@code --batch} may change from run to run. A number
 * takes some three bytes, so a hundred hits that take 20 KB and 200 ms on their way take 600 bytes here.
 *
 * <p>An outcome is on the disk with the next intent, which a lane writes before it sends anything more. What a power cut
 * takes with it is an outcome and no intent: such lines are in doubt, and neither lost nor sent twice without a word.
 */
final class Journal implements AutoCloseable {
    private final @Nullable Path file;
    private final @Nullable FileChannel channel;
    private final @Nullable FileChannel lock;
    private final JournalState state;
    private boolean broken;

    private Journal(
            @Nullable Path file, @Nullable FileChannel channel, @Nullable FileChannel lock, JournalState state) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.state = state;
    }

    /**
     * Opens the journal of an import, and holds it alone.
     *
     * @throws ImportRefusedException where another process imports the same
     * @throws JournalException where it cannot be read or written
     */
    static Journal open(ImportSettings settings) {
        Path directory = settings.stateDirectory().resolve("imports");
        String name = name(settings.journal() + "\n" + settings.matomo());
        Path file = directory.resolve(name + ".journal");
        if (settings.journal() == null || settings.dryRun()) {
            return reading(settings, file);
        }
        try {
            OwnerOnly.directories(settings.stateDirectory(), directory);
            FileChannel lock = lock(directory.resolve(name + ".lock"), settings);
            OwnerOnly.append(file).close();
            sync(directory);
            JournalState state = JournalState.read(file);
            if (settings.restart()) {
                truncate(file, 0);
                state = JournalState.read(file);
            }
            truncate(file, state.length());
            return new Journal(file, OwnerOnly.append(file), lock, state);
        } catch (IOException e) {
            throw JournalException.cannotWrite(file.toString(), e);
        }
    }

    /** Writes nothing; a dry run sees what is left to be done. */
    private static Journal reading(ImportSettings settings, Path file) {
        try {
            Path none = file.resolveSibling("none");
            boolean any = settings.journal() != null && !settings.restart();
            return new Journal(null, null, null, JournalState.read(any ? file : none));
        } catch (IOException e) {
            throw JournalException.cannotWrite(file.toString(), e);
        }
    }

    private static FileChannel lock(Path file, ImportSettings settings) throws IOException {
        FileChannel channel = OwnerOnly.append(file);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            // held stays null
        }
        if (held == null) {
            channel.close();
            throw ImportRefusedException.busy(
                    "Another process is importing " + settings.journal() + " right now. Try again when it has ended.");
        }
        return channel;
    }

    /** A new file's name is on the disk only then. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel writing = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writing.truncate(length);
        }
    }

    private static String name(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What earlier runs left. */
    JournalState state() {
        return state;
    }

    void begin(String options, FilePrint print) {
        if (state.print() == null) {
            append("H " + state.salt() + " " + options);
        }
        append("B " + print.size() + " " + print.modified() + " " + print.head() + " " + print.headLength());
    }

    /** Returns when it is on the disk. */
    void intend(List<ImportLine> lines) {
        append(entry("I ", lines, ImportLine::number));
        force();
    }

    void withdraw(List<ImportLine> lines) {
        append(entry("N ", lines, ImportLine::number));
    }

    void decide(Outcome outcome, List<ImportLine> lines) {
        append(entry("D" + outcome.letter() + " ", lines, ImportLine::number));
    }

    void refuse(Outcome outcome, List<Refusal> refusals) {
        append(entry("D" + outcome.letter() + " ", refusals, Refusal::line));
    }

    void mark(Mark mark, long millis) {
        append("C " + mark.line() + " " + mark.offset() + " " + millis);
    }

    void end() {
        append("E ");
        force();
    }

    private static <T> String entry(String kind, List<T> items, ToLongFunction<T> number) {
        StringBuilder text = new StringBuilder(8 + 4 * items.size()).append(kind);
        long[] numbers = items.stream().mapToLong(number).toArray();
        LineSet.write(text, numbers, numbers.length);
        return text.toString();
    }

    private synchronized void append(String entry) {
        if (channel == null) {
            return;
        }
        if (broken) {
            throw JournalException.cannotWrite(String.valueOf(file), new IOException("it is damaged"));
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(JournalEntry.bytes(entry));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            broken = true; // half an entry may stand there, and nothing behind it would be read
            throw JournalException.cannotWrite(String.valueOf(file), e);
        }
    }

    /** Not under the lock: lanes that wait for the disk at the same time wait together. */
    private void force() {
        if (channel != null) {
            try {
                channel.force(false);
            } catch (IOException e) {
                throw JournalException.cannotWrite(String.valueOf(file), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
