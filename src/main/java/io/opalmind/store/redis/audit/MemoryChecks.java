package io.opalmind.store.redis.audit;

import org.jspecify.annotations.Nullable;

/** How much memory it has, and what it does when there is none left. */
final class MemoryChecks {
    private static final String LIMIT = "maxmemory";
    private static final String POLICY = "maxmemory-policy";
    private static final String EVICTIONS = "evictions";
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
        policy();
        evictions();
        fragmentation();
    }

    private @Nullable Long most() {
        Long told = view.number(LIMIT);
        return told == null ? view.setting(LIMIT) : told;
    }

    private @Nullable String policyName() {
        String told = view.info("maxmemory_policy");
        return told == null ? view.config(POLICY) : told;
    }

    private void limit() {
        Long most = most();
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

    private void policy() {
        String policy = policyName();
        Long most = most();
        if (policy == null) {
            verdicts.unknown(POLICY, INFO);
        } else if (policy.equals("noeviction")) {
            verdicts.pass(
                    POLICY,
                    policy,
                    "Nothing is evicted. When it is full it refuses to write, and hits are kept in local files.");
        } else if (policy.equals("volatile-ttl")) {
            verdicts.pass(
                    POLICY,
                    policy,
                    "Cached reports go first, as they end first. When they do not suffice, records and claims of hits are"
                            + " next, and a hit sent again then counts twice: see that it is never full.");
        } else {
            evicting(policy, most == null || most > 0);
        }
    }

    private void evicting(String policy, boolean limited) {
        boolean all = policy.startsWith("allkeys");
        String what = "It may evict records and claims of hits, and a hit sent again then counts twice"
                + (all ? "; undelivered hits may be evicted too, and are lost" : "")
                + ". Set noeviction or volatile-ttl, or give hits a Redis of their own.";
        if (!limited) {
            verdicts.warn(POLICY, policy + ", without a limit", "As soon as maxmemory is set: " + what);
        } else if (all) {
            verdicts.fail(POLICY, policy, what);
        } else {
            verdicts.warn(POLICY, policy, what);
        }
    }

    private void evictions() {
        Long evicted = view.number("evicted_keys");
        String policy = policyName();
        if (evicted == null) {
            verdicts.unknown(EVICTIONS, "INFO stats");
        } else if (evicted == 0) {
            verdicts.pass(EVICTIONS, "0", "No key was evicted since it was started.");
        } else if (policy != null && policy.startsWith("allkeys")) {
            verdicts.fail(
                    EVICTIONS,
                    evicted + " keys",
                    "Undelivered hits may have been among them. Raise maxmemory, and set noeviction.");
        } else {
            verdicts.warn(
                    EVICTIONS, evicted + " keys", "It was full. Reduce the TTL (CACHE_TTL_MS), or raise maxmemory.");
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
