package io.opalmind.cli;

import io.opalmind.store.redis.inspect.ExportSink;
import io.opalmind.store.redis.inspect.Walk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that can be gone on with. Until it is whole, it is {@code FILE.part}, and {@code FILE.part.cursor} says
 * how many of its bytes count, where Redis was, and of which Redis and which keys that holds. Both are their owner's
 * alone: what was cached is not everybody's.
 */
final class ExportFile implements ExportSink, AutoCloseable {
    private static final FileAttribute<?> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path target;
    private final Path part;
    private final Path mark;
    private final String source;
    private final FileChannel channel;
    private final OutputStream out;
    private final String cursor;

    private ExportFile(Path target, Path part, Path mark, String source, String cursor, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.mark = mark;
        this.source = source;
        this.cursor = cursor;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** @param source what is exported from where; a part of another one is begun anew */
    static ExportFile open(Path target, String source) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path mark = target.resolveSibling(target.getFileName() + ".part.cursor");
        try {
            if (Files.isDirectory(target)) {
                throw new UsageException("'" + target + "' is a directory; name a file in it.");
            }
            List<String> marked = Files.exists(mark) && Files.exists(part) ? Files.readAllLines(mark) : List.of();
            boolean goesOn = marked.size() == 3 && marked.get(2).equals(source) && Walk.isCursor(marked.get(1));
            FileChannel channel = FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    OWNER);
            channel.truncate(goesOn ? Long.parseLong(marked.get(0)) : 0);
            channel.position(channel.size());
            return new ExportFile(target, part, mark, source, goesOn ? marked.get(1) : "0", channel);
        } catch (IOException e) {
            throw new UsageException("Cannot write '" + target + "': " + e + ". Name another file.");
        }
    }

    /** Where it goes on; {@code 0} is the start. */
    String cursor() {
        return cursor;
    }

    @Override
    public void line(byte[] json) {
        try {
            out.write(json);
            out.write('\n');
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void checkpoint(@Nullable String next) {
        if (next == null) {
            return;
        }
        try {
            out.flush();
            Path fresh = mark.resolveSibling(mark.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OWNER);
            Files.write(fresh, List.of(Long.toString(channel.position()), next, source), StandardCharsets.UTF_8);
            Files.move(fresh, mark, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** It is whole. */
    void commit() {
        try {
            out.flush();
            channel.force(true);
            channel.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OutputException failure(IOException e) {
        return new OutputException(
                "Cannot write '" + target + "': " + e.getMessage()
                        + ". Put that right; the same command goes on from there.",
                e);
    }

    /** What is there stays, to be gone on with. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
