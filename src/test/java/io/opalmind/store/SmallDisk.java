package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system that is soon full. Public for tests of the command line. */
public final class SmallDisk implements AutoCloseable {
    static final int BYTES = 256 * 1024;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Ends the test with the reason where this process may not mount. */
    public static SmallDisk mount(Path path) throws IOException {
        Files.createDirectory(path);
        int code = run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + BYTES, "tmpfs", path.toString());
        assumeTrue(code == 0, "a small file system can be mounted (as root, outside of most containers)");
        return new SmallDisk(path);
    }

    public Path path() {
        return path;
    }

    public void fill() throws IOException {
        try (OutputStream file = Files.newOutputStream(path.resolve("filler"))) {
            for (int i = 0; i <= BYTES; i += 1024) {
                file.write(new byte[1024]);
            }
        } catch (IOException full) {
            assertEquals("No space left on device", full.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        assertEquals(0, run("umount", path.toString()));
    }

    private static int run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchCommand) {
            return -1;
        }
        try {
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
