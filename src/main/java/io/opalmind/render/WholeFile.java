package io.opalmind.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all.
 *
 * <p>What is written goes to a temporary file in the same directory, which takes the target's place at {@link #commit}.
 * Closed without that, it is removed, and the target is as it was. A target that is a device, a FIFO or a stream of this
 * process ({@code /dev/stdout}) has no place to take and is written directly.
 *
 * <p>Not buffered. {@link #commit} and {@link #close} may be called by another thread than writes, as at a signal:
 * whichever comes first decides.
 */
public final class WholeFile extends OutputStream {
    private final Target target;
    private final @Nullable Path temporary;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean done;

    private WholeFile(Target target, @Nullable Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.out = Channels.newOutputStream(channel);
    }

    /**
     * Begins to write a file.
     *
     * @param file where it is to be; the file that a symbolic link leads to
     * @throws IOException where no file can be written there; its message tells users why
     */
    public static WholeFile open(Path file) throws IOException {
        Target target = Target.of(file);
        if (target.isDirect()) {
            return new WholeFile(target, null, target.openDirectly());
        }
        Path temporary = target.temporary();
        return new WholeFile(target, temporary, target.create(temporary));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw target.refusal(e);
        }
    }

    /**
     * Puts the file in its place, on the disk.
     *
     * @throws IOException where that fails, or it was closed before; nothing has changed then
     */
    public synchronized void commit() throws IOException {
        if (done) {
            throw new IOException("Cannot write " + target.file() + ": it was given up before it was whole.");
        }
        try {
            if (temporary == null) {
                channel.close();
            } else {
                channel.force(true);
                channel.close();
                Files.move(temporary, target.place(), StandardCopyOption.ATOMIC_MOVE);
            }
            done = true;
        } catch (IOException e) {
            throw target.refusal(e);
        }
    }

    /** Gives the file up where it was not committed: the temporary file goes, the target stays. */
    @Override
    public synchronized void close() throws IOException {
        if (done) {
            return;
        }
        done = true;
        try {
            channel.close();
        } finally {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
