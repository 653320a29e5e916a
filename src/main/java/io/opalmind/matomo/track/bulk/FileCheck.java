package io.opalmind.matomo.track.bulk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks whether an import can go on with what lies there now. */
final class FileCheck {
    private FileCheck() {}

    /**
     * The input as it is.
     *
     * @throws ImportRefusedException where it cannot be read, or is not what earlier runs read
     */
    static FilePrint of(ImportSettings settings, JournalState state) throws IOException {
        Path file = settings.file();
        if (file != null && !Files.isReadable(file)) {
            String reason = Files.exists(file) ? "permission denied" : "no such file or directory";
            throw ImportRefusedException.of("Cannot read " + file + ": " + reason + ". Check its name and rights.");
        }
        if (file != null && Files.isDirectory(file)) {
            throw ImportRefusedException.of("Cannot read " + file + ": it is a directory. Name a file in it.");
        }
        if (state.print() != null && !state.options().equals(settings.fixedOptions())) {
            throw ImportRefusedException.of("The import of " + settings.journal() + " was begun with other options ("
                    + state.options() + "). Use the same, or begin anew with --restart.");
        }
        Path regular = BulkImport.regular(settings);
        if (regular == null) {
            return FilePrint.STREAM;
        }
        String change = change(state, regular);
        if (change != null) {
            throw ImportRefusedException.of(regular + " is not what the import was begun with: " + change
                    + ". --restart imports all of it, also what was delivered before.");
        }
        return FilePrint.of(regular);
    }

    private static @Nullable String change(JournalState state, Path file) throws IOException {
        FilePrint print = state.print();
        if (print == null) {
            return null;
        }
        String change = print.changeTo(file);
        return change == null && !endedWhole(state.mark().offset(), file)
                ? "the line that was its last has become longer"
                : change;
    }

    /** Whether what was read ended with a line; of a packed file that cannot be told, and it begins with its magic. */
    private static boolean endedWhole(long offset, Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (offset == 0 || offset >= bytes.length() || (bytes.read() == 0x1f && bytes.read() == 0x8b)) {
                return true;
            }
            bytes.seek(offset - 1);
            int last = bytes.read();
            int next = bytes.read();
            return last == '\n' || next == '\n' || next == '\r';
        }
    }
}
