package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the local stores keep what concerns the hits of one Matomo: {@code $STATE/hits/MATOMO}.
 *
 * @param state the state directory; need not exist
 * @param matomo tells one Matomo from another; the name of a directory
 */
record HitsDirectory(Path state, String matomo) {
    Path path() {
        return hits().resolve(matomo);
    }

    private Path hits() {
        return state.resolve("hits");
    }

    /** Makes it, with one directory in it, and one in that where a name is given. */
    Path make(String room, String... inner) throws IOException {
        Path directory = path().resolve(room);
        OwnerOnly.directories(state, hits(), path(), directory);
        for (String name : inner) {
            directory = directory.resolve(name);
            OwnerOnly.directories(state, directory);
        }
        return directory;
    }
}
