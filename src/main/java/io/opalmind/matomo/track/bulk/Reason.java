package io.opalmind.matomo.track.bulk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What kept a file from being read or written, in a few words, where Java's message is often a bare path. */
final class Reason {
    private Reason() {}

    static String of(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        @Nullable String reason = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return reason == null || reason.isEmpty() ? cause.getClass().getSimpleName() : reason;
    }
}
