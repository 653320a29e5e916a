package io.opalmind.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds the logs of old hours into the totals, by one process at a time. At whatever point it is killed, each event
 * counts once:
 *
 * <ol>
 *   <li>New totals, which name the hours that they took in, get their place by a rename: from then on those logs count
 *       no more.
 *   <li>The logs are removed. Those that a killed fold left are named in the totals, and removed by the next one.
 *   <li>The totals are written once more without the names, so that a log begun anew for such an hour (by a host whose
 *       clock is behind) counts.
 * </ol>
 */
final class StatsFold {
    private static final long KEPT_MILLIS = 35L * 24 * 3_600_000;
    /** File locks are the process's: closing any other channel to the same file would let go of ours. */
    private static final Object ONE_IN_THIS_PROCESS = new Object();

    private final StatsLogs logs;

    StatsFold(StatsLogs logs) {
        this.logs = logs;
    }

    /** Does nothing where another process is at it. */
    void run(long now) throws IOException {
        String oldest = HourName.of(now - KEPT_MILLIS);
        SortedSet<String> old = logs.hours().headSet(oldest);
        if (old.isEmpty()) {
            return;
        }
        synchronized (ONE_IN_THIS_PROCESS) {
            try (FileChannel file = OwnerOnly.append(logs.directory().resolve("fold.lock"));
                    @Nullable FileLock lock = file.tryLock()) {
                if (lock != null) {
                    fold(oldest);
                }
            }
        }
    }

    /**
     * Removes all that was counted: the logs first, as the totals may name some that count no more.
     *
     * @return false where another process is folding: nothing was removed then
     */
    boolean remove() throws IOException {
        if (Files.notExists(logs.directory())) {
            return true;
        }
        synchronized (ONE_IN_THIS_PROCESS) {
            try (FileChannel file = OwnerOnly.append(logs.directory().resolve("fold.lock"));
                    @Nullable FileLock lock = file.tryLock()) {
                if (lock == null) {
                    return false;
                }
                for (String hour : logs.hours()) {
                    Files.deleteIfExists(logs.log(hour));
                }
                Files.deleteIfExists(logs.totals());
                return true;
            }
        }
    }

    /** Looks again at what there is, as the process that had the lock before has changed it. */
    private void fold(String oldest) throws IOException {
        StatsTotals totals = logs.readTotals();
        List<String> fresh = new ArrayList<>();
        for (String hour : logs.hours().headSet(oldest)) {
            if (!totals.holds().contains(hour)) {
                fresh.add(hour);
            }
        }
        for (String hour : fresh) {
            logs.addTo(totals.tally(), hour);
            totals = totals.with(hour);
        }
        if (!fresh.isEmpty()) {
            write(totals);
        }
        if (totals.holds().isEmpty()) {
            return;
        }
        for (String hour : totals.holds()) {
            Files.deleteIfExists(logs.log(hour));
        }
        write(totals.settled());
    }

    private void write(StatsTotals totals) throws IOException {
        Path temporary = logs.directory().resolve("total.tmp");
        Files.deleteIfExists(temporary); // left by a fold that was killed
        try (FileChannel file = OwnerOnly.create(temporary)) {
            ByteBuffer text = ByteBuffer.wrap(totals.text().getBytes(StandardCharsets.ISO_8859_1));
            while (text.hasRemaining()) {
                file.write(text);
            }
            file.force(true); // the logs go next, so this must not be lost with the power
        }
        Files.move(temporary, logs.totals(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(logs.directory(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
