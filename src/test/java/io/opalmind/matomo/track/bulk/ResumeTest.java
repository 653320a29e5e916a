package io.opalmind.matomo.track.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the same command does after an earlier run of it, by the journal. */
class ResumeTest {
    @TempDir
    Path directory;

    private Bed bed;

    @BeforeEach
    void make() {
        bed = new Bed(directory);
    }

    /** Stops after so many hits, as if Matomo were gone. */
    private void stopAfter(int hits) {
        bed.progress = counts -> {
            if (counts.delivered() >= hits) {
                bed.matomo.failAlways(MemoryMatomo.Fault.UNREACHABLE);
            }
        };
        assertThrows(MatomoException.class, bed::run);
        bed.matomo.failAlways(null);
        bed.progress = counts -> {};
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("state/imports"))) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As a kill leaves it: the last entries are missing, the last one in part. */
    private void cutJournalBehind(String start) throws IOException {
        List<String> lines = Files.readAllLines(journal());
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).substring(9).startsWith(start) ? i : last;
        }
        String kept = String.join("\n", lines.subList(0, last + 1)) + "\n" + "0123abcd Dd 1";
        Files.writeString(journal(), kept);
    }

    @Test
    void finished_import_sends_nothing_again() {
        bed.hits(25).run();
        ImportSummary again = bed.run();
        assertTrue(again.wasDone());
        assertEquals(25, again.counts().delivered());
        assertEquals(25, bed.stored().size());
    }

    @Test
    void restart_sends_all_again() {
        bed.hits(5).run();
        bed.restart = true;
        assertEquals(5, bed.run().counts().delivered());
        assertEquals(10, bed.stored().size());
    }

    @Test
    void batches_may_be_cut_otherwise_when_it_goes_on() {
        bed.hits(1000);
        bed.parallel = 3;
        stopAfter(400);
        bed.parallel = 2;
        bed.batch = 7;
        ImportSummary summary = bed.run();
        assertEquals(1000, summary.counts().delivered());
        assertEquals(1000, bed.stored().size());
        assertEquals(0, summary.counts().possiblyDoubled());
    }

    @Test
    void batch_on_the_wire_at_a_kill_is_asked_for() throws IOException {
        bed.hits(30).run();
        cutJournalBehind("I ");
        ImportSummary summary = bed.run();
        assertFalse(summary.wasDone());
        assertEquals(30, summary.counts().delivered());
        assertEquals(0, summary.counts().possiblyDoubled());
        assertEquals(Bed.numbers(1, 30), bed.stored());
    }

    @Test
    void batch_that_did_not_arrive_before_a_kill_is_sent() throws IOException {
        bed.hits(30).run();
        cutJournalBehind("I ");
        bed.matomo.forgetLast(10);
        assertEquals(30, bed.run().counts().delivered());
        assertEquals(Bed.numbers(1, 30), bed.stored());
    }

    @Test
    void batch_of_which_the_log_cannot_tell_is_sent_again_and_counted() throws IOException {
        bed.hits(30).run();
        cutJournalBehind("I ");
        bed.matomo.showsOnly(hit -> false);
        ImportSummary summary = bed.run();
        assertEquals(30, summary.counts().delivered());
        assertEquals(10, summary.counts().possiblyDoubled());
        assertEquals(40, bed.stored().size());
    }

    @Test
    void what_was_never_sent_is_not_in_doubt() throws IOException {
        bed.matomo
                .isPoisonedBy(hit -> String.valueOf(hit.get("url")).endsWith("/15"))
                .showsOnly(hit -> false);
        bed.hits(20);
        bed.progress = counts -> {
            if (counts.delivered() >= 14) {
                bed.matomo.failAlways(MemoryMatomo.Fault.UNREACHABLE);
            }
        };
        assertThrows(MatomoException.class, bed::run);
        bed.matomo.failAlways(null);
        bed.progress = counts -> {};
        ImportSummary summary = bed.run();
        assertEquals(19, summary.counts().delivered());
        assertEquals(0, summary.counts().possiblyDoubled());
        assertEquals(19, bed.stored().size());
    }

    @Test
    void doubt_outlives_a_second_stop() throws IOException {
        bed.hits(30).run();
        cutJournalBehind("I ");
        bed.matomo.showsOnly(hit -> false).failAlways(MemoryMatomo.Fault.UNREACHABLE);
        assertThrows(MatomoException.class, bed::run);
        bed.matomo.failAlways(null).showsOnly(hit -> true);
        ImportSummary summary = bed.run();
        assertEquals(30, summary.counts().delivered());
        assertEquals(Bed.numbers(1, 30), bed.stored());
    }

    @Test
    void skipped_doubts_are_unknown() throws IOException {
        bed.hits(30).run();
        cutJournalBehind("I ");
        bed.onUnknown = OnUnknown.SKIP;
        ImportSummary summary = bed.run();
        assertEquals(20, summary.counts().delivered());
        assertEquals(10, summary.counts().unknown());
        assertEquals(30, bed.stored().size());
    }

    @Test
    void lines_refused_before_are_not_refused_again() {
        bed.input("nonsense=1\n" + Bed.ndjson(1, 40));
        bed.format = InputFormat.NDJSON;
        stopAfter(20);
        ImportSummary summary = bed.run();
        assertEquals(1, summary.counts().refused());
        assertEquals(40, summary.counts().delivered());
        assertEquals(1, bed.rejected().size());
    }

    @Test
    void file_that_grew_is_imported_from_its_old_end() throws IOException {
        bed.hits(12).run();
        Files.writeString(directory.resolve("hits"), Bed.ndjson(13, 20), StandardOpenOption.APPEND);
        ImportSummary summary = bed.run();
        assertEquals(20, summary.counts().delivered());
        assertEquals(Bed.numbers(1, 20), bed.stored());
    }

    @Test
    void line_that_was_not_whole_is_no_line_that_grew() throws IOException {
        bed.input(Bed.ndjson(1, 3).stripTrailing()).run();
        Files.writeString(directory.resolve("hits"), ",\"x\":1}\n", StandardOpenOption.APPEND);
        ImportRefusedException refusal = assertThrows(ImportRefusedException.class, bed::run);
        assertTrue(refusal.getMessage().contains("has become longer"), refusal.getMessage());
    }

    @Test
    void file_that_changed_is_refused() throws IOException {
        bed.hits(12).run();
        bed.input(Bed.ndjson(2, 30));
        ImportRefusedException refusal = assertThrows(ImportRefusedException.class, bed::run);
        assertTrue(refusal.getMessage().contains("it begins otherwise. --restart"), refusal.getMessage());
        bed.hits(3);
        assertTrue(assertThrows(ImportRefusedException.class, bed::run)
                .getMessage()
                .contains("shorter"));
        assertEquals(12, bed.stored().size());
    }

    @Test
    void file_of_the_same_size_that_was_written_to_is_refused() throws IOException {
        bed.hits(12).run();
        bed.hits(12);
        Files.setLastModifiedTime(directory.resolve("hits"), FileTime.fromMillis(1));
        assertThrows(ImportRefusedException.class, bed::run);
    }

    @Test
    void other_options_are_refused() {
        bed.hits(12);
        stopAfter(10);
        bed.site = "3";
        ImportRefusedException refusal = assertThrows(ImportRefusedException.class, bed::run);
        assertTrue(refusal.getMessage().contains("other options"), refusal.getMessage());
    }

    @Test
    void packed_file_goes_on_in_its_middle() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Bed.ndjson(1, 5000).getBytes(StandardCharsets.UTF_8));
        }
        bed.batch = 100;
        bed.input(packed.toByteArray());
        stopAfter(2500);
        assertEquals(5000, bed.run().counts().delivered());
        assertEquals(Bed.numbers(1, 5000), bed.stored());
    }

    @Test
    void csv_goes_on_in_its_middle_with_its_header() {
        StringBuilder csv = new StringBuilder("idsite,url,action_name\n");
        for (int i = 1; i <= 4000; i++) {
            csv.append("1,https://e.org/").append(i).append(",\"two\nlines\"\n");
        }
        bed.batch = 100;
        bed.input(csv.toString());
        stopAfter(3000);
        assertEquals(4000, bed.run().counts().delivered());
        assertEquals(Bed.numbers(1, 4000), bed.stored());
        assertEquals("two\nlines", bed.matomo.stored().get(3999).get("action_name"));
    }

    @Test
    void standard_input_with_a_named_journal_goes_on() {
        bed.stdin = Bed.ndjson(1, 50);
        bed.journal = "-nightly";
        stopAfter(20);
        assertEquals(50, bed.run().counts().delivered());
        assertEquals(Bed.numbers(1, 50), bed.stored());
    }

    @Test
    void signal_ends_it_and_the_next_run_goes_on() {
        bed.hits(300);
        bed.progress = counts -> {
            if (counts.delivered() >= 100) {
                new Thread(bed.running::close).start();
            }
        };
        bed.matomo.onRequest(() -> Thread.onSpinWait());
        bed.run();
        bed.progress = counts -> {};
        ImportSummary summary = bed.run();
        assertEquals(300, summary.counts().delivered());
        assertEquals(Bed.numbers(1, 300), bed.stored());
    }

    @Test
    void journal_is_the_owners_alone() throws IOException {
        bed.hits(3).run();
        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Stream.of(Files.getPosixFilePermissions(journal()))
                        .map(set -> set.stream().sorted().toList().toString())
                        .findFirst()
                        .orElseThrow());
    }
}
