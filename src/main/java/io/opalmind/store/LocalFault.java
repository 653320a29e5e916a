package io.opalmind.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says what kept the local store from its work, in place of Java's exceptions, many of which are a bare path. */
final class LocalFault {
    private LocalFault() {}

    /** @param what the verb, as in "cannot read" */
    static StoreException cannot(String what, Path where, IOException cause) {
        return new StoreException(
                "The local store cannot " + what + " " + where + ": " + reason(cause)
                        + ". Put that right, or name another directory in OPALMIND_STATE_DIR.",
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "something else stands in its place";
        }
        if (cause instanceof FileNotFoundException) {
            return inBrackets(String.valueOf(cause.getMessage()));
        }
        String reason = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return orName(reason, cause);
    }

    /** Where a stream cannot be opened, the message is the path and behind it, in brackets, what the system said. */
    private static String inBrackets(String message) {
        int open = message.lastIndexOf('(');
        return open >= 0 && message.endsWith(")") ? message.substring(open + 1, message.length() - 1) : message;
    }

    private static String orName(@Nullable String reason, IOException cause) {
        return reason == null || reason.isEmpty() ? cause.getClass().getSimpleName() : reason;
    }
}
