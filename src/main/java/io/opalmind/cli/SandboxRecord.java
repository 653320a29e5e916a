package io.opalmind.cli;

import io.opalmind.sandbox.Recording;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file of {@code --record}, or none. A hit that cannot be written down is answered with an error. */
final class SandboxRecord implements Consumer<Hit>, AutoCloseable {
    private final Console console;
    private final @Nullable Recording recording;
    private volatile boolean failed;

    private SandboxRecord(Console console, @Nullable Recording recording) {
        this.console = console;
        this.recording = recording;
    }

    /** @param sites of the sandbox */
    static SandboxRecord open(Invocation invocation, SandboxOptions options, Sites sites) {
        String file = options.recordFile();
        if (file == null) {
            return new SandboxRecord(invocation.console(), null);
        }
        try {
            Path path = invocation.surroundings().directory().resolve(file);
            Recording recording = file.equals(options.hits())
                    ? Recording.goOn(path, options.describesSites() ? sites : new Sites(List.of()))
                    : Recording.begin(path, sites);
            return new SandboxRecord(invocation.console(), invocation.cleanup().with(recording));
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("--record " + file + ": there is such a file. Add --hits " + file
                    + " to begin with its hits and go on with it, or name another.");
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("--record " + file + ": cannot be written: " + e.getMessage() + ".");
        }
    }

    @Override
    public void accept(Hit hit) {
        try {
            if (recording != null) {
                recording.accept(hit);
            }
        } catch (UncheckedIOException e) {
            if (!failed) {
                failed = true;
                console.error("A hit cannot be written down: " + e.getMessage() + ".");
            }
            throw e;
        }
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() {
        try {
            if (recording != null) {
                recording.close();
            }
        } catch (IOException e) {
            throw new OutputException("The file of --record cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
