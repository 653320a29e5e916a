package io.opalmind.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks through the files of {@link LocalCacheStore}: their names, sizes, time stamps and first lines. */
public final class LocalCacheSurvey implements CacheSurvey {
    /** A longer first line is no key of ours: keys hold a segment at the most. */
    private static final int LONGEST_KEY = 1 << 20;

    private final Path cache;
    private final Clock clock;

    /** @param state the state directory; need not exist */
    public LocalCacheSurvey(Path state, Clock clock) {
        this.cache = state.resolve("cache");
        this.clock = clock;
    }

    @Override
    public void survey(Entries entries) {
        long now = clock.millis();
        for (char digit : "0123456789abcdef".toCharArray()) {
            Path shard = cache.resolve(String.valueOf(digit));
            try {
                walk(shard, now, entries);
            } catch (IOException e) {
                throw LocalFault.cannot("read", shard, e);
            }
        }
    }

    private static void walk(Path shard, long now, Entries entries) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shard)) {
            for (Path file : files) {
                if (EntryName.isEntry(file.getFileName().toString())) {
                    look(file, now, entries);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException nothingKept) {
            return;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void look(Path file, long now, Entries entries) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long left = found.lastModifiedTime().toMillis() - now;
            String key = found.isRegularFile() && left > 0 ? key(file) : null;
            if (key != null) {
                entries.entry(key, found.size() - 1, left);
            }
        } catch (NoSuchFileException | FileNotFoundException sweptMeanwhile) {
            return;
        }
    }

    /** The first line; null where there is no whole one. */
    private static @Nullable String key(Path file) throws IOException {
        byte[] start = new byte[512];
        int length = 0;
        try (FileInputStream in = new FileInputStream(file.toString())) {
            for (int read = in.read(start); read > 0; read = in.read(start, length, start.length - length)) {
                for (int i = length; i < length + read; i++) {
                    if (start[i] == '\n') {
                        return new String(start, 0, i, StandardCharsets.UTF_8);
                    }
                }
                length += read;
                if (length > LONGEST_KEY) {
                    return null;
                }
                start = length == start.length ? Arrays.copyOf(start, 2 * length) : start;
            }
        }
        return null;
    }
}
