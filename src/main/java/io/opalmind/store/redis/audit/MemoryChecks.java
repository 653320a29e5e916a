package io.opalmind.store.redis.audit;

/** How much memory it has, and how well it uses it. */
final class MemoryChecks {
    private static final String LIMIT = "maxmemory";
    private static final String FRAGMENTATION = "fragmentation";
    private static final String INFO = "INFO memory";
    private static final int NEARLY_FULL = 80;
    private static final int FULL = 95;
    private static final double FRAGMENTED = 1.5;

    /** Below, what Redis needs for itself looks like fragmentation. */
    private static final long WORTH_IT = 64L << 20;

    private final ServerView view;
    private final Verdicts verdicts;

    MemoryChecks(ServerView view, Verdicts verdicts) {
        this.view = view;
        this.verdicts = verdicts;
    }

    void add() {
        limit();
        fragmentation();
    }

    private void limit() {
        Long most = view.limit();
        Long used = view.number("used_memory");
        if (most == null) {
            verdicts.unknown(LIMIT, INFO);
        } else if (most == 0) {
            verdicts.warn(
                    LIMIT, "no limit", "It takes all memory that there is, until the system ends it. Set maxmemory.");
        } else if (used == null) {
            verdicts.pass(LIMIT, size(most), "There is a limit; how full it is was not told.");
        } else {
            fill(used * 100 / most, used, most);
        }
    }

    private void fill(long percent, long used, long most) {
        String observed = size(used) + " of " + size(most) + " (" + percent + " %)";
        String what = "Reduce the TTL (CACHE_TTL_MS), or raise maxmemory; 'inspect-redis memory' shows what is large.";
        if (percent >= FULL) {
            verdicts.fail(LIMIT, observed, what);
        } else if (percent >= NEARLY_FULL) {
            verdicts.warn(LIMIT, observed, what);
        } else {
            verdicts.pass(LIMIT, observed, "There is a limit, and room below it.");
        }
    }

    private void fragmentation() {
        Long used = view.number("used_memory");
        Long resident = view.number("used_memory_rss");
        if (used == null || resident == null) {
            verdicts.unknown(FRAGMENTATION, INFO);
            return;
        }
        long hundredths = used == 0 ? 100 : resident * 100 / used;
        String observed = hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
        if (used < WORTH_IT) {
            verdicts.pass(FRAGMENTATION, observed, "Less than 64 MB are used, where the ratio says little.");
        } else if (hundredths > FRAGMENTED * 100) {
            verdicts.warn(FRAGMENTATION, observed, "Its memory is fragmented. Set activedefrag yes, or restart it.");
        } else if (hundredths < 100) {
            verdicts.warn(
                    FRAGMENTATION,
                    observed,
                    "It has less memory than it uses: part of it is swapped out. Give the host more.");
        } else {
            verdicts.pass(FRAGMENTATION, observed, "It takes little more memory than its data need.");
        }
    }

    private static String size(long bytes) {
        return bytes >= 10L << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " kB";
    }
}
