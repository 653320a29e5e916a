package io.opalmind.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file of hits, a hit a line, as it was read, the lines of one shard; and which of them are ended. */
final class Segment {
    private final Path directory;
    private final String name;
    private final List<@Nullable KeptHit> hits;
    private final BitSet done;
    private final boolean damaged;

    private Segment(Path directory, String name, List<@Nullable KeptHit> hits, BitSet done, boolean damaged) {
        this.directory = directory;
        this.name = name;
        this.hits = hits;
        this.done = done;
        this.damaged = damaged;
    }

    /** Null where there is no such file any more. A link, or what is no file, is one without readable hits. */
    static @Nullable Segment read(Path directory, String name) throws IOException {
        Path file = directory.resolve(name);
        byte[] content;
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile()) {
                return new Segment(directory, name, List.of(), new BitSet(), true);
            }
            content = content(file);
        } catch (NoSuchFileException ended) {
            return null;
        }
        SegmentName lines = SegmentName.parse(name);
        if (lines == null) {
            throw new IllegalArgumentException(name);
        }
        BitSet done = DoneLines.read(DoneLines.beside(file));
        List<@Nullable KeptHit> hits = parse(content, lines, done);
        boolean whole = lines.count() == hits.size();
        for (int i = 0; i < hits.size(); i++) {
            whole &= done.get(i) || hits.get(i) != null;
        }
        return new Segment(directory, name, hits, done, !whole);
    }

    private static byte[] content(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toString())) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(file.toString());
            }
            throw e;
        }
    }

    /** The hits of its own lines, of which the first is number 0. */
    private static List<@Nullable KeptHit> parse(byte[] content, SegmentName lines, BitSet done) {
        List<@Nullable KeptHit> hits = new ArrayList<>();
        int from = 0;
        int number = -lines.first();
        for (int i = 0; i < content.length && number < lines.count(); i++) {
            if (content[i] == '\n') {
                if (number >= 0) {
                    hits.add(done.get(number) ? null : KeptHit.parse(Arrays.copyOfRange(content, from, i)));
                }
                number++;
                from = i + 1;
            }
        }
        return hits;
    }

    String name() {
        return name;
    }

    int lines() {
        return hits.size();
    }

    /** The hit of that line; null where it is ended or cannot be read. */
    @Nullable
    KeptHit hit(int line) {
        return done.get(line) ? null : hits.get(line);
    }

    /** The number of the first line whose hit waits; -1 where none does. */
    int first() {
        for (int line = 0; line < hits.size(); line++) {
            if (hit(line) != null) {
                return line;
            }
        }
        return -1;
    }

    /**
     * Ends hits. With its last one the file goes, or is set aside where something in it cannot be read; the directory is
     * yet to be synced.
     *
     * @param aside where to; made when needed
     */
    void end(BitSet lines, Path aside) throws IOException {
        done.or(lines);
        try {
            write(lines, directory.resolve(name), aside);
        } catch (IOException e) {
            done.andNot(lines);
            throw e;
        }
    }

    private void write(BitSet lines, Path file, Path aside) throws IOException {
        if (first() >= 0) {
            DoneLines.append(DoneLines.beside(file), lines);
            return;
        }
        if (damaged) {
            OwnerOnly.directories(directory, aside);
            Files.move(file, aside.resolve(name));
        } else {
            Files.deleteIfExists(file);
        }
        // After the file: marks alone end nothing, and a file without its marks would begin anew.
        Files.deleteIfExists(DoneLines.beside(file));
    }

    /** Ends all of them, as {@link #end} does. */
    void endAll(Path aside) throws IOException {
        BitSet all = new BitSet();
        all.set(0, hits.size());
        end(all, aside);
    }
}
