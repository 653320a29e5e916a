package io.opalmind.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads secrets: from a variable, or from the one line of a file that a variable names. */
final class SecretReader {
    private static final int MOST_BYTES = 64 * 1024;

    private final Settings settings;
    private final Findings findings;

    SecretReader(Settings settings) {
        this.settings = settings;
        this.findings = settings.findings();
    }

    /**
     * The setting that decides, of a secret's variable and the variable of its file. The source of higher precedence
     * wins; within one source the secret itself does. Both set is doubtful, as one of them is likely to be stale.
     */
    @Nullable
    Setting choose(Variable secret, Variable file) {
        Setting used = settings.sources().findEither(secret, file);
        Setting inValue = settings.sources().find(secret);
        Setting inFile = settings.sources().find(file);
        if (used != null && inValue != null && inFile != null) {
            findings.warn(inValue + " and " + inFile + " are both set; " + used.name() + " is used. Remove the other.");
        }
        return used;
    }

    /** The text of the secret; null, and a fault, where its file cannot be used. */
    @Nullable
    String text(Setting setting, Variable file) {
        if (setting.variable() != file) {
            findings.protect(setting.value());
            return setting.value();
        }
        Path path = settings.path(setting);
        return path == null ? null : fromFile(path, setting);
    }

    /** The one line of the file, without its end. */
    private @Nullable String fromFile(Path file, Setting setting) {
        String text;
        try {
            text = TextFile.read(file, MOST_BYTES);
        } catch (TextFile.UnreadableException e) {
            findings.bad(setting, e.reason() + "; a file whose one line is the secret");
            return null;
        }
        int end = text.indexOf('\n');
        if (end >= 0 && end < text.length() - 1) {
            findings.bad(setting, "holds several lines; a file whose one line is the secret");
            return null;
        }
        String line = end < 0 ? text : text.substring(0, end);
        if (line.isEmpty()) {
            findings.bad(setting, "is empty; a file whose one line is the secret");
            return null;
        }
        findings.protect(line);
        return line;
    }

    /** Warns of a file that others can read. Pipes and systems without such permissions are none of this. */
    void warnIfOpen(Setting setting) {
        Path file = settings.path(setting);
        try {
            if (file != null && Files.isRegularFile(file) && isOpen(Files.getPosixFilePermissions(file))) {
                String name = Shown.text(setting.value());
                findings.warn(setting + ": other users can read the token in " + name + "; chmod 600 " + name);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // No permissions to judge; reading the file has its own fault.
            return;
        }
    }

    private static boolean isOpen(Set<PosixFilePermission> permissions) {
        for (PosixFilePermission permission : permissions) {
            switch (permission) {
                case OWNER_READ, OWNER_WRITE, OWNER_EXECUTE -> {}
                default -> {
                    return true;
                }
            }
        }
        return false;
    }
}
