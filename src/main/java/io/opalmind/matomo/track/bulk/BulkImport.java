package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.track.Backoff;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a file of hits to Matomo, a hit a line. One thread reads and checks ({@link ImportReader}); each {@link Lane}
 * sends the hits of its visitors in order, in bulk requests; the {@link Ledger} writes down what becomes of each line.
 * What is in memory is bounded by the {@link Window} and the lanes, whatever the size of the input.
 *
 * <p>No line is sent before the {@link Journal} has it on the disk that it will be. So a run that follows a kill knows of
 * each line that it is decided, was never sent, or is in doubt; and only the last go through {@link Doubts}.
 */
public final class BulkImport implements AutoCloseable {
    /** A request that is under way when a signal comes is mostly answered within this. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);

    private static final int MOST_WINDOW = 1 << 18;
    private static final int LEAST_WINDOW = 1 << 13;

    private final ImportSettings settings;
    private final ImportTools tools;
    private final Backoff backoff = new Backoff();
    private final Halt halt = new Halt(backoff);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean running;

    public BulkImport(ImportSettings settings, ImportTools tools) {
        this.settings = settings;
        this.tools = tools;
    }

    /**
     * Imports, or goes on with an import, to the end of the input.
     *
     * @return what became of all lines, over all runs
     * @throws ImportRefusedException where the file cannot be read, has changed, or is being imported
     * @throws MatomoException where Matomo cannot be reached, or takes no more: the same import goes on later
     * @throws JournalException where the disk takes no more
     */
    public ImportSummary run() {
        running = true;
        try (Journal journal = Journal.open(settings)) {
            JournalState state = journal.state();
            FilePrint print = FileCheck.of(settings, state);
            if (state.isComplete() && print.size() == known(state).size() && settings.file() != null) {
                return new ImportSummary(state.counts(), true);
            }
            settle(state);
            if (!settings.dryRun()) {
                journal.begin(settings.fixedOptions(), print);
            }
            return new ImportSummary(run(journal), false);
        } catch (IOException e) {
            throw ImportRefusedException.of(
                    "Cannot read " + settings.file() + ": " + Reason.of(e) + ". Check its name and rights.", e);
        } finally {
            finished.countDown();
        }
    }

    private static FilePrint known(JournalState state) {
        FilePrint print = state.print();
        return print == null ? FilePrint.STREAM : print;
    }

    /** Of what was on the wire at a kill, Matomo may still be storing something. */
    private void settle(JournalState state) throws IOException {
        if (state.hasDoubts() && settings.onUnknown() == OnUnknown.VERIFY && !settings.dryRun()) {
            backoff.pause(settings.settling());
        }
    }

    private ImportCounts run(Journal journal) throws IOException {
        int size = Math.min(MOST_WINDOW, Math.max(LEAST_WINDOW, 16 * settings.parallel() * settings.batch()));
        Window window = new Window(size, journal.state().mark());
        try (Rejects rejects = Rejects.open(settings.rejects(), tools.warnings())) {
            Ledger ledger = new Ledger(journal, rejects, window, tools.progress());
            ImportReader.End end =
                    new ImportReader(settings, tools, journal.state(), window, ledger, lanes(ledger), halt).run();
            return conclude(journal, ledger, end);
        }
    }

    private Lanes lanes(Ledger ledger) {
        if (settings.dryRun()) {
            return Lanes.none(ledger);
        }
        BulkToken token = new BulkToken();
        RateGate rate = new RateGate(settings.rate(), backoff);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < settings.parallel(); i++) {
            lanes.add(lane(ledger, token, rate));
        }
        return Lanes.start(lanes, ledger);
    }

    private Lane lane(Ledger ledger, BulkToken token, RateGate rate) {
        Keys keys = new Keys(tools.records(), ledger, tools.clock());
        Deliveries deliveries = new Deliveries(ledger, keys);
        Doubts doubts = new Doubts(settings.onUnknown(), tools.verifier(), ledger, deliveries);
        Sender sender = new Sender(tools.wire(), keys, doubts, backoff, rate, halt, settings.settling());
        Delivery delivery = new Delivery(sender, deliveries, token, tools.verifier());
        boolean keyed = tools.records() != null;
        return new Lane(batch(), keyed, keys, doubts, ledger, delivery, deliveries, backoff, halt);
    }

    /** No batch is more than what may pass in a second, so that a rate is even. */
    private int batch() {
        return settings.rate() == 0 ? settings.batch() : Math.min(settings.batch(), settings.rate());
    }

    private ImportCounts conclude(Journal journal, Ledger ledger, ImportReader.End end) {
        RuntimeException cause = halt.cause();
        if (cause instanceof JournalException) {
            throw cause;
        }
        if (!settings.dryRun()) {
            ledger.mark();
        }
        ImportCounts counts = ledger.counts();
        if (cause != null) {
            throw stopped(cause, counts);
        }
        if (end.failure() != null) {
            throw ImportRefusedException.of(
                    "Cannot read " + settings.file() + " beyond line " + end.line() + ": " + Reason.of(end.failure())
                            + ". What comes before it is done; mend the file, and run this again.",
                    end.failure());
        }
        if (!halt.isCalled() && !settings.dryRun()) {
            journal.end();
        }
        return counts;
    }

    private RuntimeException stopped(RuntimeException cause, ImportCounts counts) {
        String where = " The import has stopped; " + counts.lines() + " lines are done"
                + (settings.journal() == null ? "." : ", and the same command goes on from there.");
        return cause instanceof MatomoException matomo
                ? new MatomoException(matomo.kind(), matomo.getMessage() + where, matomo)
                : cause;
    }

    /** Ends the run, from another thread: what is on the wire is waited for, for a short while. Closing twice is fine. */
    @Override
    public void close() {
        halt.call(null);
        if (running) {
            try {
                boolean unused = finished.await(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The input, or null where it is a stream, which cannot be read twice. */
    static @Nullable Path regular(ImportSettings settings) {
        Path file = settings.file();
        return file != null && Files.isRegularFile(file) ? file : null;
    }
}
