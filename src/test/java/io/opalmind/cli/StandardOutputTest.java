package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Standard output that takes no more. */
@ExtendWith(MatomoExtension.class)
class StandardOutputTest {
    @TempDir
    Path home;

    @Test
    void reader_that_has_gone_is_141_without_a_word(FakeMatomo matomo) {
        matomo.bigPageReport(5000);
        RunCli shell = RunCli.with(matomo, home).stdout(new Limited(10_000, "Broken pipe"));
        shell.run("query", "popular-urls", "--all", "-f", "csv").exits(141).saysNothing();
        shell.run("query", "popular-urls", "--all").exits(141).saysNothing();
        shell.stdout(new Limited(0, "Broken pipe")).run("--help").exits(141).saysNothing();
    }

    @Test
    void full_disk_is_74_with_a_message(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home).stdout(new Limited(0, "No space left on device"));
        String message = "Cannot write standard output: No space left on device.";
        shell.run("query", "key-numbers", "--date", "yesterday").exits(74).says(message);
        shell.run("query", "key-numbers", "--date", "yesterday", "-f", "table")
                .exits(74)
                .says(message);
        shell.run("query", "key-numbers", "--explain").exits(74).says(message);
        shell.run("--help").exits(74).says(message);
        shell.run("--version").exits(74).says(message);
    }

    /** In a stream of rows the first are out before the last has come: half a table must not look like a whole one. */
    @Test
    void half_a_json_array_is_no_json(FakeMatomo matomo) {
        matomo.bigPageReport(12_000).failAlways(io.opalmind.testing.matomo.Faults.cutBody());
        Outcome outcome = RunCli.with(matomo, home).run("query", "popular-urls", "--all");
        outcome.exits(6).saysOneLineWith("cut short");
        assertTrue(outcome.stdout().length() > 1000, "nothing came before the cut");
        assertEquals(-1, outcome.stdout().lastIndexOf("]"));
    }

    /** Takes so many bytes. */
    private static final class Limited extends OutputStream {
        private final String complaint;
        private long left;

        Limited(long bytes, String complaint) {
            this.left = bytes;
            this.complaint = complaint;
        }

        @Override
        public void write(int octet) throws IOException {
            if (left-- <= 0) {
                throw new IOException(complaint);
            }
        }
    }
}
