package io.opalmind.matomo.track.bulk;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** What becomes of each line, written down: journal, refused lines, counts, and how far all is decided. */
final class Ledger {
    /** A mark costs some forty bytes of the journal, and spares the next run these lines. */
    private static final int LINES_PER_MARK = 2000;

    private final Journal journal;
    private final Rejects rejects;
    private final Window window;
    private final Consumer<ImportCounts> progress;
    private final long begun = System.nanoTime();
    private final long earlierMillis;
    private ImportCounts counts;
    private long marked;

    Ledger(Journal journal, Rejects rejects, Window window, Consumer<ImportCounts> progress) {
        this.journal = journal;
        this.rejects = rejects;
        this.window = window;
        this.progress = progress;
        this.counts = journal.state().counts();
        this.earlierMillis = counts.millis();
        this.marked = journal.state().mark().line();
    }

    /** Notes that these go on the wire now. */
    void intend(List<ImportLine> lines) {
        journal.intend(lines);
    }

    /** Notes that these are surely not stored, though they were to be sent. */
    void withdraw(List<ImportLine> lines) {
        if (!lines.isEmpty()) {
            journal.withdraw(lines);
        }
    }

    /** Notes what became of lines that were not refused. */
    void decide(Outcome outcome, List<ImportLine> lines) {
        if (!lines.isEmpty()) {
            synchronized (this) {
                journal.decide(outcome, lines);
                decided(outcome, lines, ImportLine::ordinal);
            }
        }
    }

    /**
     * Notes lines that are not delivered. They are written to the file of refused lines first: a kill between the two
     * writes a line there twice, and loses none.
     *
     * @param outcome refused or unknown
     */
    void refuse(Outcome outcome, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            synchronized (this) {
                rejects.add(refusals);
                journal.refuse(outcome, refusals);
                decided(outcome, refusals, Refusal::ordinal);
            }
        }
    }

    /** A dry run ends here for a line. */
    synchronized void check(ImportLine line) {
        counts = counts.andChecked();
        pass(line.ordinal());
    }

    /** Passes over a line of which an earlier run knows what became. */
    void pass(long ordinal) {
        window.decide(new long[] {ordinal}, 1);
    }

    private <T> void decided(Outcome outcome, List<T> items, ToLongFunction<T> ordinal) {
        counts = counts.and(outcome, items.size()).lasting(earlierMillis + runMillis());
        window.decide(items.stream().mapToLong(ordinal).toArray(), items.size());
        Mark mark = window.mark();
        if (mark.line() - marked >= LINES_PER_MARK) {
            mark(mark);
        }
        progress.accept(counts);
    }

    private void mark(Mark mark) {
        marked = mark.line();
        journal.mark(mark, runMillis());
    }

    /** Notes how far it has come, at the end of a run. */
    synchronized void mark() {
        mark(window.mark());
    }

    synchronized ImportCounts counts() {
        return counts.lasting(earlierMillis + runMillis());
    }

    private long runMillis() {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
