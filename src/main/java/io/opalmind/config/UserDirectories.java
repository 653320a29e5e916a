package io.opalmind.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's directories after the XDG base directory specification; always from the process environment, as they must
 * be known before any file is read.
 */
final class UserDirectories {
    private final Map<String, String> environment;

    UserDirectories(Map<String, String> environment) {
        this.environment = environment;
    }

    /** {@code $XDG_CONFIG_HOME/opalmind}, else {@code ~/.config/opalmind}; null where there is no home either. */
    @Nullable
    Path config() {
        return directory("XDG_CONFIG_HOME", ".config");
    }

    /** {@code $XDG_STATE_HOME/opalmind}, else {@code ~/.local/state/opalmind}; null where there is no home either. */
    @Nullable
    Path state() {
        return directory("XDG_STATE_HOME", ".local/state");
    }

    private @Nullable Path directory(String variable, String inHome) {
        Path base = absolute(variable);
        if (base == null) {
            Path home = absolute("HOME");
            base = home == null ? null : home.resolve(inHome);
        }
        return base == null ? null : base.resolve("opalmind");
    }

    /** The specification has relative paths ignored. */
    private @Nullable Path absolute(String variable) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
