package io.opalmind.store;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files (0600) and directories (0700) of their owner alone, so from the moment they exist; a chmod afterwards would come
 * too late. No link is followed inside the state directory, as someone else may have planted it.
 */
public final class OwnerOnly {
    private static final FileAttribute<?> FILE = mode(EnumSet.of(OWNER_READ, OWNER_WRITE));
    private static final FileAttribute<?> DIRECTORY = mode(EnumSet.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE));
    private static final Set<StandardOpenOption> NEW =
            EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    private OwnerOnly() {}

    /** Opens a new file to write; fails where anything stands under that name, be it a link. */
    public static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, NEW, FILE);
    }

    /** Opens a file to write at its end, each write in one piece whoever else appends; makes it where it is missing. */
    public static FileChannel append(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.CREATE,
                        LinkOption.NOFOLLOW_LINKS),
                FILE);
    }

    /**
     * Sees to it that the directories are there and are the owner's own.
     *
     * @param state the state directory; may be a link, as its owner chose it, and is made with all above it
     * @param inner directories in it, outermost first
     */
    public static void directories(Path state, Path... inner) throws IOException {
        if (!Files.isDirectory(state)) {
            Files.createDirectories(state, DIRECTORY);
        }
        for (Path directory : inner) {
            directory(directory);
        }
    }

    private static void directory(Path directory) throws IOException {
        PosixFileAttributes found;
        try {
            found = attributes(directory);
        } catch (NoSuchFileException absent) {
            found = make(directory);
        }
        if (!found.isDirectory()) {
            throw new FileSystemException(directory.toString(), null, "not a directory, or a link to one");
        }
        Set<PosixFilePermission> permissions = found.permissions();
        if (permissions.contains(GROUP_WRITE) || permissions.contains(OTHERS_WRITE)) {
            throw new FileSystemException(directory.toString(), null, "others may write there (chmod 700 it)");
        }
    }

    private static PosixFileAttributes make(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, DIRECTORY);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // by another process; it is looked at like any that was there before
        }
        return attributes(directory);
    }

    private static PosixFileAttributes attributes(Path directory) throws IOException {
        return Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileAttribute<?> mode(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }
}
