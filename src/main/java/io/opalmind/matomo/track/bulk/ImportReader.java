package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.store.KeptHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lines, checks them and hands them to the lanes. */
final class ImportReader {
    private static final int REFUSALS_AT_ONCE = 256;
    private static final Duration LOOK_UP = Duration.ofMillis(100);

    private final ImportSettings settings;
    private final ImportTools tools;
    private final JournalState state;
    private final Window window;
    private final Ledger ledger;
    private final Lanes lanes;
    private final Halt halt;
    private final LineHit members;
    private final HitRules rules;
    private final Map<String, Boolean> writable = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    ImportReader(
            ImportSettings settings,
            ImportTools tools,
            JournalState state,
            Window window,
            Ledger ledger,
            Lanes lanes,
            Halt halt) {
        this.settings = settings;
        this.tools = tools;
        this.state = state;
        this.window = window;
        this.ledger = ledger;
        this.lanes = lanes;
        this.halt = halt;
        this.members = new LineHit(settings.keyField());
        this.rules = new HitRules(settings, tools.clock());
    }

    /**
     * Where reading came to.
     *
     * @param line the last one read
     * @param failure why it did not come to the input's end, or null
     */
    record End(long line, @Nullable IOException failure) {}

    /** Reads to the end of the input, and returns when all is decided or the import was halted. */
    End run() throws IOException {
        try (ImportSource source = open()) {
            return run(source);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            halt.call(null);
            return new End(0, null);
        } catch (RuntimeException e) {
            halt.call(e);
            throw e;
        }
    }

    private ImportSource open() throws IOException {
        Path file = settings.file();
        Path regular = BulkImport.regular(settings);
        return regular != null
                ? ImportSource.open(() -> Files.newInputStream(regular), settings.format(), begun())
                : ImportSource.open(
                        () -> file == null ? tools.stdin() : Files.newInputStream(file), settings.format(), null);
    }

    private @Nullable Mark begun() {
        return state.mark().offset() == 0 ? null : state.mark();
    }

    private End run(ImportSource source) throws InterruptedException {
        Lines lines = source.lines();
        IOException failure = null;
        try {
            while (!halt.isCalled() && source.next()) {
                take(source, lines);
            }
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            halt.call(e);
        }
        note();
        lanes.end();
        return new End(lines.number(), failure);
    }

    private void take(ImportSource source, Lines lines) throws InterruptedException {
        if (lines.number() < state.mark().line()) {
            return; // a stream, which cannot be read from the middle
        }
        long ordinal = admit(lines);
        if (ordinal < 0) {
            return;
        }
        if (state.isDecided(lines.number())) {
            ledger.pass(ordinal);
            return;
        }
        try {
            source.read(members.begin());
            dispatch(lines, ordinal, hit());
        } catch (BadLineException e) {
            refusals.add(new Refusal(lines.number(), ordinal, e.field(), e.reason(), 0, Refusal.text(lines.text())));
            if (refusals.size() >= REFUSALS_AT_ONCE) {
                note();
            }
        }
    }

    /** The line's ordinal, once the window has room; -1 where the import was halted before. */
    private long admit(Lines lines) throws InterruptedException {
        Mark next = new Mark(lines.nextNumber(), lines.nextOffset());
        long ordinal = window.add(lines.number(), lines.offset(), next);
        if (ordinal < 0) {
            note();
            lanes.settle();
        }
        while (ordinal < 0 && !halt.isCalled()) {
            window.awaitRoom(LOOK_UP);
            ordinal = window.add(lines.number(), lines.offset(), next);
        }
        return ordinal;
    }

    /** The line's hit, checked by us and, where it has to be, by asking Matomo. */
    private HitRules.Checked hit() throws BadLineException {
        HitRules.Checked checked = rules.check(members.members());
        HitFault fault = tools.gate().check(checked.hit());
        if (fault != null) {
            throw BadLineException.of(fault);
        }
        return checked;
    }

    private void dispatch(Lines lines, long ordinal, HitRules.Checked checked)
            throws BadLineException, InterruptedException {
        KeptHit kept = rules.prepare(checked, key(lines.number()));
        Hit hit = checked.hit();
        lanes.add(new ImportLine(
                ordinal,
                lines.number(),
                lines.text(),
                kept,
                tools.gate().needsToken(hit),
                mayWrite(String.valueOf(hit.get("idsite"))),
                state.isInDoubt(lines.number())));
    }

    private boolean mayWrite(String site) {
        return writable.computeIfAbsent(site, id -> tools.gate().mayWrite(Long.parseLong(id)));
    }

    private String key(long line) throws BadLineException {
        if (settings.keyField() == null) {
            return state.salt() + ":" + line;
        }
        String key = members.key();
        if (key == null || key.isBlank()) {
            throw new BadLineException(settings.keyField(), "is missing, and is to hold the key");
        }
        return key;
    }

    private void note() {
        ledger.refuse(Outcome.REFUSED, refusals);
        refusals.clear();
    }
}
