package io.opalmind.render;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link WholeFile} is to be.
 *
 * @param file what the user named
 * @param place the file itself, behind any symbolic links
 * @param isDirect whether it is written as it stands, as nothing can take its place
 */
record Target(Path file, Path place, boolean isDirect) {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    static Target of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("Cannot write " + file + ": it is a directory. Name a file in it.");
        }
        Path place = behindLinks(file);
        if (isStream(place) || (Files.exists(file) && !Files.isRegularFile(file))) {
            return new Target(file, file, true);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new IOException("Cannot write " + file + ": it is read-only for you. Name another file.");
        }
        return new Target(file, place, false);
    }

    /** Opens a device or a stream. A file behind /dev/stdout is the shell's: go on at its end, as it may have content. */
    FileChannel openDirectly() throws IOException {
        try {
            return Files.isRegularFile(file)
                    ? FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
                    : FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** A name beside the place that nobody can guess, and that is short whatever the file's is. */
    Path temporary() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return place.resolveSibling(".opalmind-" + HexFormat.of().formatHex(bytes) + ".tmp");
    }

    /** Creates the temporary file, with the permissions of what it is to replace, else those of any new file. */
    FileChannel create(Path temporary) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Set<PosixFilePermission> kept = permissions();
            if (kept == null) {
                return FileChannel.open(temporary, options);
            }
            FileChannel channel = FileChannel.open(temporary, options, PosixFilePermissions.asFileAttribute(kept));
            restore(temporary, kept);
            return channel;
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** The file was created with its permissions, so that it never had more, but the umask may have taken some. */
    private static void restore(Path temporary, Set<PosixFilePermission> permissions) throws IOException {
        try {
            Files.setPosixFilePermissions(temporary, permissions);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** The same fault, in words for users. */
    IOException refusal(IOException cause) {
        return new IOException("Cannot write " + file + ": " + reason(cause), cause);
    }

    private String reason(IOException cause) {
        Path directory = place.toAbsolutePath().getParent();
        if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
            return "there is no directory " + directory + ". Create it, or name another file.";
        }
        if (cause instanceof AccessDeniedException) {
            return isDirect
                    ? "permission denied. Name another file."
                    : "no permission to create files in " + directory + ". Name a file elsewhere.";
        }
        String reason = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        String unchanged = isDirect ? "" : " Nothing has changed there.";
        return (reason == null ? cause.getClass().getSimpleName() : reason) + "." + unchanged;
    }

    private @Nullable Set<PosixFilePermission> permissions() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        return view == null || !Files.exists(place)
                ? null
                : view.readAttributes().permissions();
    }

    /** Streams of this process by name; behind them may be a file, which must not be replaced under the shell's hand. */
    private static boolean isStream(Path place) {
        Path path = place.toAbsolutePath().normalize();
        return path.startsWith("/proc")
                || path.startsWith("/dev/fd")
                || path.startsWith("/dev/stdout")
                || path.startsWith("/dev/stderr");
    }

    /** Follows links by hand, as the file at their end need not be there yet; as far as a stream's name. */
    private static Path behindLinks(Path file) throws IOException {
        Path place = file;
        for (int links = 0; Files.isSymbolicLink(place) && !isStream(place); links++) {
            if (links == MOST_LINKS) {
                throw new IOException("Cannot write " + file + ": its symbolic links lead in a circle.");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }
}
