package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void state_is_kept_in_the_home_directory() {
        Path expected = directory.resolve("home/.local/state/opalmind");

        assertEquals(expected, Setup.complete(directory).load().stateDir());
    }

    @Test
    void state_is_kept_where_xdg_says() {
        Setup setup = Setup.complete(directory).env("XDG_STATE_HOME", "/var/state");

        assertEquals(Path.of("/var/state/opalmind"), setup.load().stateDir());
    }

    @Test
    void own_variable_wins() {
        Setup setup = Setup.complete(directory)
                .env("XDG_STATE_HOME", "/var/state")
                .file(".env", "OPALMIND_STATE_DIR=my/state\n");

        assertEquals(directory.resolve("my/state"), setup.load().stateDir());
    }

    @Test
    void missing_home_is_a_fault_only_when_the_directory_is_asked_for() {
        Config config = Setup.complete(directory).without("HOME").load();

        ConfigException thrown = assertThrows(ConfigException.class, config::stateDir);
        assertEquals(
                "OPALMIND_STATE_DIR: not set, and there is no HOME to put it in; set OPALMIND_STATE_DIR to a directory"
                        + " for the local store and the queue",
                thrown.getMessage());
    }
}
