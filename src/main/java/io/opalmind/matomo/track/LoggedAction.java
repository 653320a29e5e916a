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

    private final Hit hit;
    private final String type;
    private final Instant happenedAt;
    private final boolean dated;

    private LoggedAction(Hit hit, String type, Instant happenedAt, boolean dated) {
        this.hit = hit;
        this.type = type;
        this.happenedAt = happenedAt;
        this.dated = dated;
    }

    static LoggedAction of(Hit hit, KeptHit kept) {
        String cdt = hit.get("cdt");
        Instant given = cdt == null ? null : HitTime.parse(cdt);
        Instant time = given == null ? Instant.ofEpochMilli(kept.happenedAt()) : given;
        return new LoggedAction(hit, type(hit), time, given != null);
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

    boolean is(Row logged) {
        if (!type.equals(text(logged, "type"))) {
            return false;
        }
        return switch (type) {
            case "ecommerceOrder" -> text(logged, "orderId").equals(hit.get("ec_id"));
            case "goal" -> text(logged, "goalId").equals(hit.get("idgoal")) && isNear(logged);
            case "event" -> isSame(logged) && has(logged, "eventCategory", "e_c") && has(logged, "eventAction", "e_a");
            default -> isSame(logged);
        };
    }

    /** By the page view's id; several hits of one page view differ by their time. */
    private boolean isSame(Row logged) {
        return text(logged, "idpageview").equals(hit.get("pv_id")) && isNear(logged);
    }

    private boolean has(Row logged, String member, String parameter) {
        String there = text(logged, member);
        return there.isEmpty() || there.equals(hit.get(parameter));
    }

    /** A time that was sent is stored to the second; else it is the moment of arrival, some time behind. */
    private boolean isNear(Row logged) {
        long timestamp = number(logged.get("timestamp"));
        long wanted = happenedAt.getEpochSecond();
        if (timestamp < 0) {
            return true;
        }
        return dated ? Math.abs(timestamp - wanted) <= 1 : timestamp >= wanted - SLACK_SECONDS;
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
