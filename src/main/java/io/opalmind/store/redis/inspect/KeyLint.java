package io.opalmind.store.redis.inspect;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds one key against what it should be: its name, its type and its life, but not its value. */
final class KeyLint {
    private final FoundKey key;
    private final Expected expected;
    private final Consumer<Finding> sink;

    KeyLint(FoundKey key, Expected expected, Consumer<Finding> sink) {
        this.key = key;
        this.expected = expected;
        this.sink = sink;
    }

    /** Whether it is of the right type, so that its value can be looked at. */
    boolean check() {
        name();
        boolean right = isRightType();
        if (right) {
            life();
        }
        return right;
    }

    private void found(Flaw flaw, String detail) {
        sink.accept(new Finding(key, flaw, detail));
    }

    /** What the key itself says. */
    private void name() {
        ReportKey report = key.report();
        if (key.kind() == KeyKind.CACHE && report == null) {
            found(Flaw.KEY_NOT_CANONICAL, "not {\"feature\":…,\"input\":{…}}");
        } else if (report != null) {
            if (!report.canonical()) {
                found(Flaw.KEY_NOT_CANONICAL, "other members, another order, or blanks");
            }
            if (!expected.features().contains(report.feature())) {
                found(Flaw.UNKNOWN_FEATURE, report.feature());
            }
        }
        String matomo = matomoOf();
        if (matomo != null && expected.matomo() != null && !matomo.equals(expected.matomo())) {
            found(Flaw.FOREIGN_MATOMO, "of Matomo " + matomo + ", and ours is " + expected.matomo());
        }
    }

    /** The hits of a queue, and the index of claims, are one Matomo's. */
    private @Nullable String matomoOf() {
        String rest = key.rest();
        if (key.kind() == KeyKind.QUEUE) {
            int colon = rest.indexOf(':');
            return rest.startsWith("{") && colon > 1 ? rest.substring(1, colon) : null;
        }
        return isIndex() ? rest : null;
    }

    private boolean isIndex() {
        return key.kind() == KeyKind.CLAIM && key.text().startsWith("opalmind:claims:");
    }

    private boolean isRightType() {
        String type = key.type();
        String wanted = wantedType();
        if (type != null && wanted != null && !type.equals(wanted)) {
            found(Flaw.WRONG_TYPE, type + ", and should be " + wanted);
            return false;
        }
        return true;
    }

    private @Nullable String wantedType() {
        return switch (key.kind()) {
            case CACHE, IDEMPOTENCY -> "string";
            case CLAIM -> isIndex() ? "zset" : "string";
            case STATS -> "hash";
            case QUEUE -> {
                String rest = key.rest();
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

    private void life() {
        boolean ends =
                switch (key.kind()) {
                    case CACHE, IDEMPOTENCY -> true;
                    case CLAIM -> !isIndex();
                    case STATS -> key.rest().startsWith("hour:");
                    case QUEUE -> key.rest().endsWith(":lease");
                };
        if (ends && key.ttlMillis() == FoundKey.NO_END) {
            found(Flaw.NO_TTL, "it stays for ever");
        }
    }
}
