package io.opalmind.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps a shard of the local cache clean and small, by names, sizes and time stamps alone: what has expired goes, then
 * the soonest to expire until 128 entries and 16 MB are left (so the whole cache stays under 2048 entries and 256 MB).
 *
 * <p>Two processes may sweep at once, and one may remove what the other put there a moment ago: a cache may lose. Files
 * of other names are nobody's business here.
 */
final class CacheSweep {
    static final int MAX_ENTRIES = 128;
    static final long MAX_BYTES = 16L * 1024 * 1024;
    /** A temporary this old (milliseconds) was left by a process that died. */
    private static final long ABANDONED = 3_600_000;

    private final String spared;
    private final long now;
    private final List<Kept> kept = new ArrayList<>(MAX_ENTRIES);
    private long bytes;

    /**
     * @param spared the name of the entry just written, which stays in any case
     * @param now milliseconds since the epoch
     */
    CacheSweep(String spared, long now) {
        this.spared = spared;
        this.now = now;
    }

    void run(Path shard) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shard)) {
            for (Path file : files) {
                look(file, file.getFileName().toString());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (!fits()) {
            shrink();
        }
    }

    private void look(Path file, String name) throws IOException {
        if (EntryName.isEntry(name)) {
            lookAtEntry(file, name.equals(spared));
            return;
        }
        long begun = EntryName.begun(name);
        if (begun >= 0 && Math.abs(now - begun) > ABANDONED) {
            Files.deleteIfExists(file);
        }
    }

    private void lookAtEntry(Path file, boolean sparing) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException sweptByAnotherProcess) {
            return;
        }
        long expiry = attributes.lastModifiedTime().toMillis();
        if (!attributes.isRegularFile()) {
            return;
        }
        if (expiry <= now && !sparing) {
            Files.deleteIfExists(file);
            return;
        }
        kept.add(new Kept(file, expiry, attributes.size(), sparing));
        bytes += attributes.size();
    }

    private boolean fits() {
        return kept.size() <= MAX_ENTRIES && bytes <= MAX_BYTES;
    }

    private void shrink() throws IOException {
        Collections.sort(kept);
        for (int i = 0; i < kept.size() && !fits(); i++) {
            Kept soonest = kept.get(i);
            if (!soonest.spared()) {
                Files.deleteIfExists(soonest.file());
                bytes -= soonest.bytes();
                kept.remove(i--);
            }
        }
    }

    private record Kept(Path file, long expiry, long bytes, boolean spared) implements Comparable<Kept> {
        @Override
        public int compareTo(Kept other) {
            return Long.compare(expiry, other.expiry);
        }
    }
}
