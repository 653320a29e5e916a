package io.opalmind.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reports in files under the state directory, for several processes at once: {@code cache/H/HHHHHHHHHHHHHHHH} (see
 * {@link EntryName}), one file an entry, its first line the key and behind it the value.
 *
 * <p>An entry takes its place by a rename, so that a reader sees a whole one or none; it is not forced to the disk, as a
 * cache may lose. The file's time stamp is when the entry expires, so that each put can sweep its shard ({@link
 * CacheSweep}) without reading. A get looks at one file and reads it, and changes nothing.
 */
public final class LocalCacheStore implements CacheStore {
    private final Path state;
    private final Path cache;
    private final Clock clock;

    /** @param state the state directory; need not exist before the first put */
    public LocalCacheStore(Path state, Clock clock) {
        this.state = state;
        this.cache = state.resolve("cache");
        this.clock = clock;
    }

    @Override
    public byte @Nullable [] get(String key) {
        byte[] line = line(key);
        Path entry = shard(line).entry();
        try {
            BasicFileAttributes found =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean mayBeOurs = found.isRegularFile() && found.size() <= (long) line.length + MAX_VALUE_BYTES;
            return mayBeOurs ? value(entry, line) : null;
        } catch (NoSuchFileException absent) {
            return null;
        } catch (IOException e) {
            if (e instanceof FileNotFoundException && Files.notExists(entry, LinkOption.NOFOLLOW_LINKS)) {
                return null; // swept by another process a moment ago
            }
            throw LocalFault.cannot("read", entry, e);
        }
    }

    /** Not by a channel: the first one of a process costs two milliseconds, as it loads the network's library. */
    private static byte @Nullable [] value(Path entry, byte[] line) throws IOException {
        byte[] content;
        try (FileInputStream file = new FileInputStream(entry.toString())) {
            content = file.readAllBytes();
        }
        boolean ours = content.length >= line.length && Arrays.equals(content, 0, line.length, line, 0, line.length);
        return ours ? Arrays.copyOfRange(content, line.length, content.length) : null;
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive) {
        long expiry = Expiry.of(clock, timeToLive);
        byte[] line = line(key);
        CacheShard shard = shard(line);
        try {
            if (value.length > MAX_VALUE_BYTES) {
                Files.deleteIfExists(shard.entry());
                return;
            }
            OwnerOnly.directories(state, cache, shard.directory());
            shard.write(line, value, expiry);
        } catch (IOException e) {
            throw LocalFault.cannot("write", shard.entry(), e);
        }
    }

    @Override
    public void close() {}

    private CacheShard shard(byte[] line) {
        String name = EntryName.of(line);
        return new CacheShard(cache.resolve(name.substring(0, 1)), name, clock);
    }

    /** The key as the first line of its file. */
    private static byte[] line(String key) {
        return key.concat("\n").getBytes(StandardCharsets.UTF_8);
    }
}
