package io.opalmind.cli;

import io.opalmind.matomo.track.bulk.ImportCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** How far an import has come, on standard error: one line in place on a terminal, else a line now and then. */
final class ProgressLine {
    private static final long TERMINAL_MILLIS = 200;
    private static final long FILE_MILLIS = 5000;

    private final Console console;
    private final OutputStream err;
    private final Clock clock;
    private final boolean wanted;
    private final boolean inPlace;
    private long next;
    private String shown = "";
    private String last = "";

    private ProgressLine(Invocation invocation, boolean wanted, boolean inPlace) {
        this.console = invocation.console();
        this.err = invocation.surroundings().err();
        this.clock = invocation.surroundings().clock();
        this.wanted = wanted;
        this.inPlace = inPlace;
    }

    /** @param asked whether it is wanted off a terminal, too */
    static ProgressLine of(Invocation invocation, boolean asked) {
        boolean terminal = invocation.surroundings().terminal().err()
                && !invocation.global().jsonLog();
        return new ProgressLine(
                invocation, (asked || terminal) && !invocation.global().quiet(), terminal);
    }

    synchronized void show(ImportCounts counts) {
        long now = clock.millis();
        if (!wanted) {
            return;
        }
        last = inPlace ? "opalmind: " + text(counts) : "";
        if (now >= next) {
            next = now + (inPlace ? TERMINAL_MILLIS : FILE_MILLIS);
            if (inPlace) {
                write(last);
            } else {
                console.progress(text(counts));
            }
        }
    }

    private static String text(ImportCounts counts) {
        return counts.lines() + " lines, " + counts.delivered() + " delivered, " + counts.refused() + " refused, "
                + Math.round(counts.rate()) + " hits/s";
    }

    /** A warning, below the line. */
    synchronized void warn(String message) {
        end();
        console.warn(message);
    }

    /** Shows the last of it, and ends the line. */
    synchronized void end() {
        if (!shown.isEmpty()) {
            write(last);
            write("\n");
            shown = "";
        }
    }

    private void write(String text) {
        String rest = " ".repeat(Math.max(0, shown.length() - text.length()));
        try {
            err.write((text.equals("\n") ? text : text + rest + "\r").getBytes(StandardCharsets.US_ASCII));
            err.flush();
        } catch (IOException nowhereToSayIt) {
            // With standard error gone there is nobody to tell.
        }
        shown = text;
    }
}
