package io.opalmind.store.redis.audit;

import org.jspecify.annotations.Nullable;

/** What is left after a restart. */
final class PersistenceChecks {
    private static final String AOF = "aof";
    private static final String SNAPSHOTS = "snapshots";
    private static final String ERRORS = "persistence-errors";
    private static final String LAST_SAVE = "last-save";
    private static final String INFO = "INFO persistence";
    private static final long DAY = 86_400;
    private static final long MICROS = 1_000_000;

    private final ServerView view;
    private final Verdicts verdicts;

    PersistenceChecks(ServerView view, Verdicts verdicts) {
        this.view = view;
        this.verdicts = verdicts;
    }

    void add() {
        aof();
        snapshots();
        errors();
        lastSave();
    }

    private @Nullable Boolean hasAof() {
        Long enabled = view.number("aof_enabled");
        String configured = view.config("appendonly");
        return enabled != null ? Boolean.valueOf(enabled == 1) : configured == null ? null : configured.equals("yes");
    }

    private void aof() {
        Boolean on = hasAof();
        String fsync = view.config("appendfsync");
        if (on == null) {
            verdicts.unknown(AOF, INFO);
        } else if (!on) {
            verdicts.fail(
                    AOF,
                    "off",
                    "What was written since the last snapshot is lost with a crash: undelivered hits, and the records that"
                            + " keep hits from counting twice. Set appendonly yes, appendfsync everysec.");
        } else if ("no".equals(fsync)) {
            verdicts.warn(AOF, "on, appendfsync no", "A crash of the host loses some 30 s. Set appendfsync everysec.");
        } else {
            verdicts.pass(
                    AOF,
                    fsync == null ? "on" : "on, appendfsync " + fsync,
                    "always".equals(fsync) ? "A crash loses nothing." : "A crash of the host loses a second or two.");
        }
    }

    private void snapshots() {
        String save = view.config("save");
        if (save == null) {
            verdicts.unknown(SNAPSHOTS, "CONFIG GET save");
        } else if (!save.isBlank()) {
            verdicts.pass(SNAPSHOTS, save, "There are files to back up; copy them off the host.");
        } else if (Boolean.TRUE.equals(hasAof())) {
            verdicts.warn(SNAPSHOTS, "off", "The AOF alone is hard to back up. Set save 3600 1 300 100 60 10000.");
        } else {
            verdicts.fail(
                    SNAPSHOTS,
                    "off",
                    "A restart loses everything. Set save 3600 1 300 100 60 10000, and appendonly yes.");
        }
    }

    private void errors() {
        String rdb = view.info("rdb_last_bgsave_status");
        String write = view.info("aof_last_write_status");
        String rewrite = view.info("aof_last_bgrewrite_status");
        if (rdb == null) {
            verdicts.unknown(ERRORS, INFO);
        } else if (isBad(rdb)) {
            verdicts.fail(
                    ERRORS,
                    "last snapshot failed",
                    "Look at its log, and at the space on its disk. Until one works, it may refuse to write.");
        } else if (isBad(write)) {
            verdicts.fail(ERRORS, "last write of the AOF failed", "Look at its log, and at the space on its disk.");
        } else if (isBad(rewrite)) {
            verdicts.fail(
                    ERRORS,
                    "last rewrite of the AOF failed",
                    "Look at its log, at its memory, and at the space on its disk.");
        } else {
            verdicts.pass(ERRORS, "none", "The last snapshot and the last writes of the AOF went well.");
        }
    }

    private static boolean isBad(@Nullable String status) {
        return status != null && !status.equals("ok");
    }

    private void lastSave() {
        Long saved = view.number("rdb_last_save_time");
        Long now = view.number("server_time_usec");
        Long changes = view.number("rdb_changes_since_last_save");
        if (saved == null || now == null || changes == null) {
            verdicts.unknown(LAST_SAVE, INFO);
            return;
        }
        long age = Math.max(0, now / MICROS - saved);
        String observed = span(age) + " ago, " + changes + " changes since";
        if (changes > 0 && age > DAY) {
            verdicts.warn(
                    LAST_SAVE,
                    observed,
                    "The latest file to back up is older than a day. Set save 3600 1, or BGSAVE by cron.");
        } else {
            verdicts.pass(LAST_SAVE, observed, "Redis counts its start as a save.");
        }
    }

    private static String span(long seconds) {
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 2 * 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
