package io.opalmind.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Whether Java starts from the class-data archive, and if not, why not. bin/opalmind tells what it did about one. */
final class ArchiveState {
    private final String path;
    private final String done;
    private final boolean sharing;

    /**
     * @param java the JVM's system properties, with those that bin/opalmind adds
     */
    ArchiveState(Properties java) {
        this.path = java.getProperty("opalmind.archive", "");
        this.done = java.getProperty("opalmind.archive.state", "");
        // A JVM that refuses the archive it is given shares nothing, not even what is in its own.
        this.sharing = java.getProperty("java.vm.info", "").contains("sharing");
    }

    String text() {
        return switch (done) {
            case "given" ->
                sharing ? "in use, " + path : "not in use (this Java or its options do not fit it), " + path;
            case "making" -> beingMade();
            case "foreign" -> "not in use (it belongs to another user), " + path;
            case "unwanted" -> "none (OPALMIND_ARCHIVE is none)";
            case "nameless" -> "none (there is no opalmind.id beside the jar; unpack the release again)";
            default -> "none (started without bin/opalmind)";
        };
    }

    private String beingMade() {
        Path failure = Path.of(path + ".failed");
        if (Files.exists(failure)) {
            return "none (it could not be made, and is tried again after a day), see " + failure;
        }
        Path folder = Path.of(path).toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isDirectory(folder) && Files.isWritable(folder)
                ? "being made for the next start, " + path
                : "none (it cannot be written there), " + path;
    }
}
