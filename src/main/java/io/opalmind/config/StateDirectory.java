package io.opalmind.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the local store is. Judged only when it is asked for: with Redis and no queue no one needs a home directory. */
public final class StateDirectory {
    private final @Nullable Path path;

    StateDirectory(@Nullable Path path) {
        this.path = path;
    }

    static StateDirectory read(Settings settings, UserDirectories directories) {
        Setting setting = settings.sources().find(Variable.OPALMIND_STATE_DIR);
        return new StateDirectory(setting == null ? directories.state() : settings.path(setting));
    }

    /** An absolute path, which need not exist yet. */
    public Path path() {
        if (path == null) {
            throw new ConfigException(new Fault(
                    Variable.OPALMIND_STATE_DIR.name(),
                    "",
                    null,
                    "not set, and there is no HOME to put it in; set OPALMIND_STATE_DIR to a directory for the local"
                            + " store and the queue"));
        }
        return path;
    }
}
