package io.opalmind.store.redis.inspect;

import io.opalmind.store.CachedReport;
import io.opalmind.store.HitRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds keys and their values against what they should be; what Redis does not tell is held against nothing. */
final class Lint implements KeyScan.Batches {
    /** Clocks differ, and SETEX rounds up. */
    private static final long TOLERANCE_MILLIS = 5000;

    private static final long SECOND = 1000;

    private final Expected expected;
    private final Consumer<Finding> sink;

    Lint(Expected expected, Consumer<Finding> sink) {
        this.expected = expected;
        this.sink = sink;
    }

    @Override
    public void batch(Server server, List<FoundKey> keys, @Nullable ScanPosition next) {
        List<FoundKey> strings = new ArrayList<>();
        for (FoundKey key : keys) {
            boolean readable = new KeyLint(key, expected, sink).check();
            if (readable && "string".equals(key.type()) && key.kind() != KeyKind.QUEUE) {
                strings.add(key);
            }
        }
        new Values(server).read(strings, this::value);
    }

    private void found(FoundKey key, Flaw flaw, String detail) {
        sink.accept(new Finding(key, flaw, detail));
    }

    private void value(FoundKey key, long length, byte @Nullable [] value) {
        if (length > Values.LONGEST) {
            found(key, Flaw.TOO_LONG, length + " bytes");
        }
        if (value == null) {
            return;
        }
        if (ValueLook.holdsToken(value, expected.secrets())) {
            found(key, Flaw.TOKEN_IN_VALUE, "delete it, and make a new token in Matomo");
        }
        ValueLook look = ValueLook.at(value);
        if (!look.json()) {
            found(key, Flaw.INVALID_JSON, value.length + " bytes");
        } else if (key.kind() == KeyKind.CACHE) {
            report(key, value);
        } else if (key.kind() == KeyKind.IDEMPOTENCY) {
            record(key, look, value);
        }
    }

    private void report(FoundKey key, byte[] value) {
        CachedReport report = CachedReport.parse(value);
        if (report == null) {
            found(key, Flaw.NO_RECORD, "no cached report: feature, value, expiresAt");
            return;
        }
        ReportKey named = key.report();
        if (named != null && !named.feature().equals(report.feature())) {
            found(key, Flaw.OTHER_KEY, "a record of " + report.feature() + " under a key of " + named.feature());
        }
        if (report.origin() != null
                && expected.origin() != null
                && !report.origin().equals(expected.origin())) {
            found(key, Flaw.FOREIGN_MATOMO, "of another Matomo, or by another token");
        }
        long left = report.expiresAt() - expected.clock().millis();
        long ttl = key.ttlMillis();
        // What is over by the record, and goes by itself within seconds, is in order.
        if (ttl >= 0 && Math.abs(ttl - Math.max(0, left)) > TOLERANCE_MILLIS + SECOND) {
            found(
                    key,
                    Flaw.TTL_AGAINST_EXPIRY,
                    "Redis keeps it " + ttl / SECOND + " s, the record " + left / SECOND + " s");
        }
    }

    private void record(FoundKey key, ValueLook look, byte[] value) {
        String name = key.rest();
        if (HitRecord.parse(name, value) == null) {
            found(key, Flaw.NO_RECORD, "no record of a hit: key, value, attempts, completedAt");
        } else if (look.ownKey() != null && !look.ownKey().equals(name)) {
            found(key, Flaw.OTHER_KEY, "the record says another key");
        }
    }
}
