package io.opalmind.store.redis.audit;

/** What it does when no memory is left, and whether it had to. */
record EvictionChecks(ServerView view, Verdicts verdicts) {
    private static final String POLICY = "maxmemory-policy";
    private static final String EVICTIONS = "evictions";

    void add() {
        policy();
        evictions();
    }

    private void policy() {
        String policy = view.policy();
        Long most = view.limit();
        if (policy == null) {
            verdicts.unknown(POLICY, "INFO memory");
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
        String policy = view.policy();
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
}
