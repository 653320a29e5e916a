package io.opalmind.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Counters in files under the state directory, for several processes at once: a log an hour of UTC ({@code
 * stats/2026-11-24T20.log}), a line an event, each appended in one write, so that nothing need be locked or read.
 *
 * <p>Logs older than 35 days are folded into {@code stats/total.log} ({@link StatsFold}). From then on they are known as
 * one sum: {@link #counters} adds it where all of it is asked for, and leaves it out where a part of it is.
 */
public final class LocalStatsStore implements StatsStore {
    private final Path state;
    private final StatsLogs logs;
    private final Clock clock;

    /** @param state the state directory; need not exist before the first event */
    public LocalStatsStore(Path state, Clock clock) {
        this.state = state;
        this.logs = new StatsLogs(state.resolve("stats"));
        this.clock = clock;
    }

    @Override
    public void count(String feature, CacheEvent event) {
        byte[] line = Tally.line(FeatureName.check(feature), event, 1).getBytes(StandardCharsets.ISO_8859_1);
        long now = clock.millis();
        Path log = logs.log(HourName.of(now));
        try {
            appendTo(log, line);
        } catch (NoSuchFileException firstOfItsHour) {
            begin(log, line, now);
        } catch (IOException e) {
            throw LocalFault.cannot("write", log, e);
        }
    }

    /**
     * Not by a channel: the first one of a process costs two milliseconds, as it loads the network's library. A stream
     * would make a missing file with anyone's permissions, and follow a link, so that is looked at first.
     */
    private static void appendTo(Path log, byte[] line) throws IOException {
        BasicFileAttributes found = Files.readAttributes(log, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw new FileSystemException(log.toString(), null, "not a file, or a link to one");
        }
        try (FileOutputStream file = new FileOutputStream(log.toString(), true)) {
            file.write(line);
        }
    }

    private void begin(Path log, byte[] line, long now) {
        try {
            OwnerOnly.directories(state, logs.directory());
            OwnerOnly.append(log).close();
            appendTo(log, line);
        } catch (IOException e) {
            throw LocalFault.cannot("write", log, e);
        }
        try {
            new StatsFold(logs).run(now);
        } catch (IOException nothingIsLost) {
            // The logs stay as they are and count as before; the next hour's first event tries again.
        }
    }

    @Override
    public Map<String, CacheCounters> counters(Instant since) {
        try {
            return logs.since(HourName.of(since)).counters();
        } catch (IOException e) {
            throw LocalFault.cannot("read", logs.directory(), e);
        }
    }

    @Override
    public void reset() {
        try {
            if (!new StatsFold(logs).remove()) {
                throw new StoreException("Another process is folding the counters; try again.", null);
            }
        } catch (IOException e) {
            throw LocalFault.cannot("write", logs.directory(), e);
        }
    }

    @Override
    public void close() {}
}
