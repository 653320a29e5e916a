package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Fault;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -o FILE}: the data whole, or the file as it was. */
@ExtendWith(MatomoExtension.class)
class OutputFileTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "csv", "tsv", "markdown", "table"})
    void file_holds_what_standard_output_would(String format, FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home);
        Outcome printed = shell.run("query", "popular-urls", "--date", "yesterday", "--all", "-f", format);
        shell.run("query", "popular-urls", "--date", "yesterday", "--all", "-f", format, "-o", "out")
                .exits(0)
                .printsNothing()
                .saysNothing();
        assertEquals(printed.stdout(), Files.readString(shell.path("out")));
    }

    @Test
    void file_is_json_and_plain_though_the_shell_is_a_terminal(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home).terminal(80);
        shell.run("query", "key-numbers", "--date", "yesterday", "--columns", "nb_visits", "-o", "out")
                .exits(0);
        assertEquals("{\"nb_visits\":74}\n", Files.readString(shell.path("out")));
        shell.run("query", "goal-conversions", "--date", "yesterday", "--columns", "id", "-f", "table", "-o", "out")
                .exits(0);
        assertEquals("id\n1\n2\necommerceOrder\n", Files.readString(shell.path("out")));
    }

    @Test
    void file_of_before_is_replaced(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home).file("out", "something much longer than what comes now".repeat(9));
        shell.run("query", "key-numbers", "--date", "yesterday", "--columns", "nb_visits", "-o", "out")
                .exits(0);
        assertEquals("{\"nb_visits\":74}\n", Files.readString(shell.path("out")));
    }

    static Stream<Fault> faultsInTheMiddle() {
        return Stream.of(Faults.cutBody(), Faults.chunkedWithoutLastChunk(), Faults.truncatedJson());
    }

    /** More than the megabyte that is held back, so that rows have been written when the answer breaks. */
    @ParameterizedTest
    @MethodSource("faultsInTheMiddle")
    void file_stays_as_it_was_when_a_long_answer_breaks(Fault fault, FakeMatomo matomo) throws IOException {
        matomo.bigPageReport(12_000).failAlways(fault);
        RunCli shell = RunCli.with(matomo, home).file("out", "as it was");
        shell.run("query", "popular-urls", "--all", "-f", "csv", "-o", "out")
                .exits(6)
                .printsNothing()
                .saysOneLineWith("127.0.0.1:PORT");
        assertEquals("as it was", Files.readString(shell.path("out")));
        assertEquals(List.of("out"), names(shell.path("")));
    }

    @Test
    void file_stays_as_it_was_when_the_second_site_fails(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home).file("out", "as it was");
        shell.run("query", "popular-urls", "--site", "1,77", "--date", "yesterday", "--all", "-o", "out")
                .exits(5)
                .printsNothing();
        assertEquals("as it was", Files.readString(shell.path("out")));
    }

    @Test
    void file_stays_as_it_was_when_a_column_is_unknown(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home).file("out", "as it was");
        shell.run("query", "popular-urls", "--date", "yesterday", "--columns", "nonsuch", "-o", "out")
                .exits(2)
                .printsNothing();
        assertEquals("as it was", Files.readString(shell.path("out")));
        assertEquals(List.of("out"), names(shell.path("")));
    }

    @Test
    void nothing_is_asked_where_the_file_cannot_be_written(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home);
        Files.createDirectory(shell.path("folder"));
        shell.run("query", "popular-urls", "-o", "nosuch/out")
                .exits(2)
                .printsNothing()
                .saysOneLineWith("Cannot write HOME/work/nosuch/out: there is no directory");
        shell.run("query", "popular-urls", "-o", "folder").exits(2).saysOneLineWith("it is a directory");
        assertEquals(0, matomo.requests().size());
    }

    @Test
    void full_disk_is_74_and_said_once(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .run("query", "key-numbers", "--date", "yesterday", "-o", "/dev/full")
                .exits(74)
                .printsNothing()
                .says("Cannot write /dev/full: No space left on device.");
    }

    @Test
    void explanation_goes_into_the_file_too(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home);
        String shown = shell.run("query", "key-numbers", "--explain").exits(0).stdout();
        shell.run("query", "key-numbers", "--explain", "-o", "out").exits(0).printsNothing();
        assertFalse(shown.isEmpty());
        assertEquals(shown, Files.readString(shell.path("out")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
