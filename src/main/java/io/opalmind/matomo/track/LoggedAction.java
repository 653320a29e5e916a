package io.opalmind.matomo.track;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.store.KeptHit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a hit shows in the visits log. Matomo keeps the {@code pv_id} of pages, events, searches, downloads and outlinks,
 * and of goals and orders none; those have the goal and the time, or the order's id.
 */
final class LoggedAction {
    private static final long SLACK_SECONDS = 120;

    /** How a line of the log and the hit belong together. */
    enum Match {
        YES,
        NO,
        /** Of two like hits it may be the other. */
        PERHAPS
    }

    private final Hit hit;
    private final String type;
    private final Instant happenedAt;
    private final boolean dated;
    private final boolean ownId;

    private LoggedAction(Hit hit, String type, Instant happenedAt, boolean dated, boolean ownId) {
        this.hit = hit;
        this.type = type;
        this.happenedAt = happenedAt;
        this.dated = dated;
        this.ownId = ownId;
    }

    static LoggedAction of(Hit hit, KeptHit kept) {
        String cdt = hit.get("cdt");
        Instant given = cdt == null ? null : HitTime.parse(cdt);
        Instant time = given == null ? Instant.ofEpochMilli(kept.happenedAt()) : given;
        boolean ownId = HitPreparation.pageViewId(kept.key()).equals(hit.get("pv_id"));
        return new LoggedAction(hit, type(hit), time, given != null, ownId);
    }

    /** Matomo's word for it; empty where the log cannot tell it from others. */
    private static String type(Hit hit) {
        if (hit.has("ping")) {
            return "";
        }
        if (hit.has("idgoal")) {
            return hit.has("ec_id") ? "ecommerceOrder" : "0".equals(hit.get("idgoal")) ? "" : "goal";
        }
        return hit.has("e_c")
                ? "event"
                : hit.has("search")
                        ? "search"
                        : hit.has("download")
                                ? "download"
                                : hit.has("link") ? "outlink" : hit.has("c_n") ? "content" : "action";
    }

    boolean isRecognisable() {
        return !type.isEmpty();
    }

    /** Whether it is not stored where the log does not show it. That is not known of contents. */
    boolean isAlwaysLogged() {
        return !type.equals("content");
    }

    Instant happenedAt() {
        return happenedAt;
    }

    /** Whether that is what became of the hit. */
    Match match(Row logged) {
        if (!type.equals(text(logged, "type"))) {
            return Match.NO;
        }
        return switch (type) {
            case "ecommerceOrder" -> text(logged, "orderId").equals(hit.get("ec_id")) ? Match.YES : Match.NO;
            case "goal" -> text(logged, "goalId").equals(hit.get("idgoal")) && isSince(logged) ? Match.YES : Match.NO;
            case "event" ->
                has(logged, "eventCategory", "e_c") && has(logged, "eventAction", "e_a") ? byId(logged) : Match.NO;
            default -> byId(logged);
        };
    }

    /**
     * By the page view's id. One that was made of the key is the hit's alone. One that the user gave may be of several
     * hits; then the time decides, to the second where one was sent. Where it was put on when the hit was queued, an
     * earlier attempt has the moment of its arrival, and two like hits of a page view cannot be told apart.
     */
    private Match byId(Row logged) {
        if (!text(logged, "idpageview").equals(hit.get("pv_id")) || !isSince(logged)) {
            return Match.NO;
        }
        return !dated || ownId || isAt(logged) ? Match.YES : Match.PERHAPS;
    }

    private boolean has(Row logged, String member, String parameter) {
        String there = text(logged, member);
        return there.isEmpty() || there.equals(hit.get(parameter));
    }

    private boolean isSince(Row logged) {
        long timestamp = number(logged.get("timestamp"));
        return timestamp < 0 || timestamp >= happenedAt.getEpochSecond() - SLACK_SECONDS;
    }

    private boolean isAt(Row logged) {
        return Math.abs(number(logged.get("timestamp")) - happenedAt.getEpochSecond()) <= 1;
    }

    private static long number(@Nullable Value value) {
        String digits = value instanceof Value.Num number
                ? number.digits()
                : value instanceof Value.Text text ? text.text() : "";
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static String text(Row row, String name) {
        Value value = row.get(name);
        return value instanceof Value.Text text
                ? text.text()
                : value instanceof Value.Num number ? number.digits() : "";
    }
}
