package io.opalmind.cli;

import io.opalmind.RedisNeededException;
import io.opalmind.config.ConfigException;
import io.opalmind.config.Fault;
import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.track.AbandonedHitException;
import io.opalmind.matomo.track.HitRefusedException;
import io.opalmind.matomo.track.KeyReusedException;
import io.opalmind.render.UnknownColumnException;
import io.opalmind.store.StoreException;

/** Says what went wrong in one message, and which exit code that is. */
final class Failure {
    private final Console console;
    private final boolean stacktrace;

    Failure(Console console, boolean stacktrace) {
        this.console = console;
        this.stacktrace = stacktrace;
    }

    int report(Throwable failure) {
        if (stacktrace) {
            console.trace(failure);
        }
        if (failure instanceof OutputException output && output.isBrokenPipe()) {
            return ExitCode.BROKEN_PIPE;
        }
        if (failure instanceof ConfigException config) {
            for (Fault fault : config.faults()) {
                console.error(fault.message());
            }
            return ExitCode.CONFIGURATION;
        }
        console.error(message(failure));
        return code(failure);
    }

    static String message(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "Out of memory. Ask for less (--limit, a shorter period), or for csv or ndjson, which need little;"
                    + " or give Java more: OPALMIND_JAVA_OPTS=-Xmx4g.";
        }
        if (failure instanceof UnknownColumnException unknown) {
            return Names.withNearest(String.valueOf(unknown.getMessage()), unknown.column(), unknown.known());
        }
        String message = failure.getMessage();
        if (failure instanceof MatomoException refusal && message != null) {
            return message + topic(refusal.kind(), message);
        }
        return code(failure) == ExitCode.BUG || message == null
                ? "This is a bug in opalmind: " + failure + ". --stacktrace shows where."
                : message;
    }

    /** Where to read on about what Matomo refused in its own words. */
    private static String topic(ErrorKind kind, String message) {
        if (kind != ErrorKind.REQUEST_REFUSED) {
            return "";
        }
        if (message.contains("The segment condition ") || message.contains(" is not a supported segment")) {
            return " Try 'opalmind help segments'.";
        }
        boolean date = message.contains("Date format must be") || message.contains("The period '");
        return date ? " Try 'opalmind help dates'." : "";
    }

    private static int code(Throwable failure) {
        if (failure instanceof UsageException
                || failure instanceof UnknownColumnException
                || failure instanceof HitRefusedException
                || failure instanceof KeyReusedException
                || failure instanceof AbandonedHitException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof MatomoException matomo) {
            return ExitCode.of(matomo.kind());
        }
        if (failure instanceof RedisNeededException) {
            return ExitCode.REDIS;
        }
        return failure instanceof OutputException || failure instanceof StoreException ? ExitCode.OUTPUT : ExitCode.BUG;
    }
}
