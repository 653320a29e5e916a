package io.opalmind.cli;

import io.opalmind.Notices;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.http.Redactor;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.render.TerminalText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Standard error. Every message of the tool passes here: secrets are taken out of it, and what a server or a visitor
 * wrote is made harmless.
 */
final class Console implements Notices {
    private final OutputStream err;
    private final Clock clock;
    private final List<String> secrets = new ArrayList<>();
    private Redactor redactor = new Redactor(List.of());
    private boolean quiet;
    private boolean verbose;
    private boolean json;

    Console(OutputStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    void configure(GlobalOptions options) {
        quiet = options.quiet();
        verbose = options.verbose();
        json = options.jsonLog();
    }

    /** From now on these are not shown. */
    void hide(String... more) {
        secrets.addAll(List.of(more));
        redactor = new Redactor(secrets);
    }

    @Override
    public void warn(String message) {
        if (!quiet) {
            say("warning", message);
        }
    }

    @Override
    public void detail(String message) {
        if (verbose && !quiet) {
            say("info", message);
        }
    }

    /** What a user is to know who did not ask for it, and nothing is wrong. */
    void note(String message) {
        if (!quiet) {
            say("info", message);
        }
    }

    /** How far something has come, for those who asked. */
    void progress(String message) {
        say("info", message);
    }

    void error(String message) {
        say("error", message);
    }

    /** A stack trace, line by line; for --stacktrace alone. */
    void trace(Throwable failure) {
        say("error", failure.toString());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            say("error", "caused by " + cause);
            for (StackTraceElement element : cause.getStackTrace()) {
                write("    at " + element + "\n");
            }
        }
    }

    /** One message is one line, whatever a server put into it. */
    private void say(String level, String message) {
        String line = clean(message);
        write((json ? asJson(level, line) : "opalmind: " + prefix(level) + line) + "\n");
    }

    /** A message in one line, without secrets and without what a terminal would obey. */
    String clean(String message) {
        return TerminalText.harmless(
                redactor.clean(message).strip().replace("\r\n", " ").replace('\n', ' '));
    }

    private static String prefix(String level) {
        return level.equals("warning") ? "warning: " : "";
    }

    private String asJson(String level, String message) {
        Row row = new Row()
                .put("time", clock.instant().toString())
                .put("level", level)
                .put("message", message);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var generator = ReportingApi.JSON.createGenerator(bytes)) {
            RowJson.write(generator, row);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void write(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nowhereToSayIt) {
            // With standard error gone there is nobody to tell; the exit code still says it.
        }
    }
}
