package io.opalmind.store.redis.audit;

import java.util.ArrayList;
import java.util.List;

/** Whether it is the primary, and its copies are in step. */
final class ReplicationCheck {
    private static final String REPLICATION = "replication";

    /** Seconds since a replica last said how far it is; it says so every second. */
    private static final long SLOW_SECONDS = 10;

    /** Bytes that a replica is behind. */
    private static final long FAR_BEHIND = 10L << 20;

    private final ServerView view;
    private final Verdicts verdicts;

    ReplicationCheck(ServerView view, Verdicts verdicts) {
        this.view = view;
        this.verdicts = verdicts;
    }

    void add() {
        String role = view.info("role");
        if (role == null) {
            verdicts.unknown(REPLICATION, "INFO replication");
        } else if (role.equals("slave")) {
            replica();
        } else {
            primary();
        }
    }

    private void replica() {
        String link = view.info("master_link_status");
        if (!"up".equals(link)) {
            verdicts.fail(
                    REPLICATION,
                    "a replica, its link to the primary is " + link,
                    "It is no longer up to date. Look at both logs.");
        } else {
            verdicts.fail(
                    REPLICATION,
                    "a replica",
                    "It refuses to write. Configure the primary, or ask a sentinel for it (redis-sentinel://).");
        }
    }

    private void primary() {
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < view.replicas(); i++) {
            String line = view.info("slave" + i);
            if (line != null && isBehind(line)) {
                bad.add(member(line, "ip") + ":" + member(line, "port") + " " + member(line, "state") + ", lag "
                        + member(line, "lag") + " s");
            }
        }
        if (!bad.isEmpty()) {
            verdicts.warn(
                    REPLICATION,
                    String.join("; ", bad),
                    "A failover to it would lose what it has not got yet. Look at its log and the network.");
        } else if (view.replicas() == 0) {
            verdicts.pass(REPLICATION, "primary, no replica", "There is none to fall behind.");
        } else {
            verdicts.pass(
                    REPLICATION,
                    "primary, " + view.replicas() + " in step",
                    "What was written is on another host too, a moment later.");
        }
    }

    private boolean isBehind(String line) {
        Long offset = view.number("master_repl_offset");
        long lag = digits(member(line, "lag"));
        boolean far = offset != null && offset - digits(member(line, "offset")) > FAR_BEHIND;
        return !member(line, "state").equals("online") || lag > SLOW_SECONDS || far;
    }

    private static long digits(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Of {@code ip=10.0.0.6,port=6379,state=online,offset=42,lag=0}. */
    private static String member(String line, String name) {
        for (String part : line.split(",", -1)) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return "";
    }
}
