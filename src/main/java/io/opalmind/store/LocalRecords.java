package io.opalmind.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records of delivered hits, a file each in one of 256 directories; its time stamp is its expiry. What has expired is
 * removed by who writes beside it, eight times in a record's life and no oftener, as there may be many.
 */
final class LocalRecords {
    private static final int SWEEPS_IN_A_LIFE = 8;
    private static final String ROOM = "records";
    private static final String SWEPT = ".swept";

    private final HitsDirectory home;
    private final Path records;
    private final Duration life;
    private final Clock clock;
    private final Set<String> ready = new HashSet<>();

    LocalRecords(HitsDirectory home, Duration life, Clock clock) {
        this.home = home;
        this.records = home.path().resolve(ROOM);
        this.life = life;
        this.clock = clock;
    }

    Path place(String name) {
        return records.resolve(name.substring(0, 2)).resolve(name);
    }

    /** @param name of that key ({@link KeyName}) */
    @Nullable
    HitRecord find(String key, String name) throws IOException {
        StampedFile file = StampedFile.read(place(name));
        return file == null || file.until() <= clock.millis() ? null : HitRecord.parse(key, file.content());
    }

    void put(HitRecord record, String name) throws IOException {
        prepare(name.substring(0, 2));
        StampedFile.put(place(name), record.toJson(), Expiry.of(clock, life), clock.millis());
    }

    /** Once a process for each directory. */
    private synchronized void prepare(String shard) throws IOException {
        if (!ready.contains(shard)) {
            sweepWhenDue(home.make(ROOM, shard));
            ready.add(shard);
        }
    }

    private void sweepWhenDue(Path directory) throws IOException {
        Path marker = directory.resolve(SWEPT);
        StampedFile swept = StampedFile.read(marker);
        long now = clock.millis();
        if (swept != null && swept.until() > now) {
            return;
        }
        long next = Expiry.of(clock, life.dividedBy(SWEEPS_IN_A_LIFE).plusMillis(1));
        StampedFile.put(marker, new byte[0], next, now);
        if (swept != null) {
            sweep(directory, now);
        }
    }

    private static void sweep(Path directory, long now) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (KeyName.isName(file.getFileName().toString())) {
                    removeExpired(file, now);
                } else {
                    StampedFile.removeLeftBehind(file, now);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeExpired(Path file, long now) throws IOException {
        try {
            if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis() <= now) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException sweptByAnotherProcess) {
            return;
        }
    }
}
