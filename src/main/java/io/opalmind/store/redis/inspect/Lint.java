package io.opalmind.store.redis.inspect;

import io.opalmind.store.CachedReport;
import io.opalmind.store.HitRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds keys against what they should be; what Redis does not tell about a key is held against nothing. */
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
            name(key);
            if (isRightType(key)) {
                life(key);
                if ("string".equals(key.type()) && key.kind() != KeyKind.QUEUE) {
                    strings.add(key);
                }
            }
        }
        new Values(server).read(strings, this::value);
    }

    private void found(FoundKey key, Flaw flaw, String detail) {
        sink.accept(new Finding(key, flaw, detail));
    }

    /** What the key itself says. */
    private void name(FoundKey key) {
        ReportKey report = key.report();
        if (key.kind() == KeyKind.CACHE && report == null) {
            found(key, Flaw.KEY_NOT_CANONICAL, "not {\"feature\":…,\"input\":{…}}");
        } else if (report != null) {
            if (!report.canonical()) {
                found(key, Flaw.KEY_NOT_CANONICAL, "other members, another order, or blanks");
            }
            if (!Expected.FEATURES.contains(report.feature())) {
                found(key, Flaw.UNKNOWN_FEATURE, report.feature());
            }
        }
        String matomo = matomoOf(key);
        if (matomo != null && expected.matomo() != null && !matomo.equals(expected.matomo())) {
            found(key, Flaw.FOREIGN_MATOMO, "of Matomo " + matomo + ", and ours is " + expected.matomo());
        }
    }

    /** The hits of a queue, and the index of claims, are one Matomo's. */
    private static @Nullable String matomoOf(FoundKey key) {
        String rest = rest(key);
        if (key.kind() == KeyKind.QUEUE) {
            int colon = rest.indexOf(':');
            return rest.startsWith("{") && colon > 1 ? rest.substring(1, colon) : null;
        }
        return isIndex(key) ? rest : null;
    }

    private static boolean isIndex(FoundKey key) {
        return key.kind() == KeyKind.CLAIM && key.text().startsWith("opalmind:claims:");
    }

    private static String rest(FoundKey key) {
        byte[] name = key.name();
        int length = key.prefixLength();
        return new String(name, length, name.length - length, StandardCharsets.UTF_8);
    }

    private boolean isRightType(FoundKey key) {
        String type = key.type();
        String wanted = wantedType(key);
        if (type != null && wanted != null && !type.equals(wanted)) {
            found(key, Flaw.WRONG_TYPE, type + ", and should be " + wanted);
            return false;
        }
        return true;
    }

    private static @Nullable String wantedType(FoundKey key) {
        return switch (key.kind()) {
            case CACHE, IDEMPOTENCY -> "string";
            case CLAIM -> isIndex(key) ? "zset" : "string";
            case STATS -> "hash";
            case QUEUE -> {
                String rest = rest(key);
                if (rest.endsWith(":lease")) {
                    yield "string";
                }
                if (rest.endsWith(":state")) {
                    yield "hash";
                }
                yield rest.endsWith("}") ? "stream" : null;
            }
        };
    }

    private void life(FoundKey key) {
        boolean ends =
                switch (key.kind()) {
                    case CACHE, IDEMPOTENCY -> true;
                    case CLAIM -> !isIndex(key);
                    case STATS -> rest(key).startsWith("hour:");
                    case QUEUE -> rest(key).endsWith(":lease");
                };
        if (ends && key.ttlMillis() == FoundKey.NO_END) {
            found(key, Flaw.NO_TTL, "it stays for ever");
        }
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
        String name = rest(key);
        if (HitRecord.parse(name, value) == null) {
            found(key, Flaw.NO_RECORD, "no record of a hit: key, value, attempts, completedAt");
        } else if (look.ownKey() != null && !look.ownKey().equals(name)) {
            found(key, Flaw.OTHER_KEY, "the record says another key");
        }
    }
}
