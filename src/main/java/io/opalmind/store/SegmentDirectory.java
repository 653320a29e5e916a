package io.opalmind.store;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directory of files of hits, in the maildir manner: a file is written, brought to the disk, and then gets its name. */
final class SegmentDirectory {
    private final Path path;
    private final Clock clock;

    SegmentDirectory(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    Path path() {
        return path;
    }

    /** The names of the files of hits, in order; none where there is no directory. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : list()) {
            if (SegmentName.parse(name) != null) {
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    /** By the names alone, but for files that are ended in part. One failed call where there is no directory. */
    long waiting() throws IOException {
        String[] names = list();
        long waiting = 0;
        for (String name : names) {
            SegmentName segment = SegmentName.parse(name);
            if (segment != null) {
                waiting += segment.count();
            } else if (name.endsWith(DoneLines.SUFFIX)) {
                waiting -= done(name, names);
            }
        }
        return waiting;
    }

    private long done(String name, String[] names) throws IOException {
        String marked = name.substring(0, name.length() - DoneLines.SUFFIX.length());
        SegmentName segment = SegmentName.parse(marked);
        if (segment == null || !Arrays.asList(names).contains(marked)) {
            return 0;
        }
        return Math.min(segment.count(), DoneLines.read(path.resolve(name)).cardinality());
    }

    /** By the old class: it asks the system once, and says by null that there is no such directory. */
    private String[] list() throws IOException {
        String[] names = new File(path.toString()).list();
        if (names != null) {
            return names;
        }
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new String[0];
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(path.toString());
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        throw new IOException("it cannot be listed");
    }

    @Nullable
    Segment read(String name) throws IOException {
        return Segment.read(path, name);
    }

    /** Hits as the content of a file, a hit a line. */
    static byte[] lines(List<KeptHit> hits) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(512 * hits.size());
        for (KeptHit hit : hits) {
            byte[] line = hit.toJson();
            lines.write(line, 0, line.length);
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /**
     * A name behind all that is there, whatever the clock says. No lock: of two processes that are at it in the same
     * moment, either may be the first.
     *
     * @param mark of a temporary that is there until the name is given: so nobody else has the name
     */
    SegmentName behindAll(int first, int count, String mark) throws IOException {
        Instant now = clock.instant();
        long order = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        for (String name : list()) {
            SegmentName there = SegmentName.parse(name);
            order = there == null ? order : Math.max(order, there.order() + 1);
        }
        return new SegmentName(order, first, count, mark);
    }

    /** The same place and name once more, for the same hits, is no harm. */
    void place(Path temporary, SegmentName name) throws IOException {
        SafeFile.place(temporary, path.resolve(name.text()));
    }

    /** Removes marks of files that are gone. */
    void sweepMarks() throws IOException {
        String[] names = list();
        for (String name : names) {
            if (name.endsWith(DoneLines.SUFFIX)) {
                String marked = name.substring(0, name.length() - DoneLines.SUFFIX.length());
                if (SegmentName.parse(marked) != null && !Arrays.asList(names).contains(marked)) {
                    Files.deleteIfExists(path.resolve(name));
                }
            }
        }
    }
}
