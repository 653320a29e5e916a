package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code --deadline}: whatever a command waits for. */
@ExtendWith(MatomoExtension.class)
class DeadlineTest {
    @TempDir
    Path home;

    private final List<Integer> exits = new CopyOnWriteArrayList<>();

    @Test
    void slow_matomo_is_given_up_with_6(FakeMatomo matomo) {
        matomo.failAlways(Faults.neverAnswer());
        // In a process of its own the command would end here; in this one the end of the server ends its wait.
        RunCli shell = RunCli.with(matomo, home).env("MATOMO_MAX_ATTEMPTS", "1").exit(code -> {
            exits.add(code);
            matomo.refuseConnections();
        });
        Outcome outcome = shell.run("query", "popular-urls", "--deadline", "300ms", "-o", "out");
        outcome.saysLineWith("opalmind: Not done within the deadline of 300 ms; given up.");
        assertEquals(List.of(6), exits);
        assertFalse(Files.exists(shell.path("out")));
        assertEquals(List.of(), List.of(shell.path("").toFile().list()));
    }

    @Test
    void command_that_is_done_in_time_is_left_alone(FakeMatomo matomo) throws InterruptedException {
        RunCli shell = RunCli.with(matomo, home).exit(exits::add);
        shell.run("query", "popular-urls", "--date", "yesterday", "--all", "--deadline", "1m")
                .exits(0)
                .saysNothing();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("deadline")) {
                thread.join(5000);
                assertFalse(thread.isAlive(), "the deadline outlives its command");
            }
        }
        assertEquals(List.of(), exits);
    }
}
