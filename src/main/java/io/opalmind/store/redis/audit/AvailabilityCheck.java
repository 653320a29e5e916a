package io.opalmind.store.redis.audit;

/** Who takes over when its host is lost. */
record AvailabilityCheck(ServerView view, Verdicts verdicts) {
    private static final String AVAILABILITY = "availability";

    void add() {
        if (view.info("role") == null) {
            verdicts.unknown(AVAILABILITY, "INFO replication");
        } else if (view.isCluster()) {
            cluster();
        } else if (view.signIn().sentinel()) {
            if (view.replicas() > 0) {
                verdicts.pass(
                        AVAILABILITY,
                        "Sentinel, " + view.replicas() + " to take over",
                        "A failover is followed by the next command.");
            } else {
                verdicts.fail(AVAILABILITY, "Sentinel, nobody to take over", "There is no replica. Start one.");
            }
        } else if (view.replicas() > 0) {
            verdicts.warn(
                    AVAILABILITY,
                    "replicas, no Sentinel asked",
                    "A failover would not be followed. Set REDIS_URL=redis-sentinel://….");
        } else {
            verdicts.warn(
                    AVAILABILITY,
                    "one server alone",
                    "While it is away, cache and queue are this host's files. If that is too little: Sentinel or Cluster.");
        }
    }

    private void cluster() {
        String state = view.cluster().get("cluster_state");
        if (state == null) {
            verdicts.unknown(AVAILABILITY, "CLUSTER INFO");
        } else if (!state.equals("ok") || !"0".equals(view.cluster().getOrDefault("cluster_slots_fail", "0"))) {
            verdicts.fail(
                    AVAILABILITY,
                    "cluster, state " + state,
                    "Not all slots are served. 'redis-cli --cluster check' says which.");
        } else if (view.replicas() == 0) {
            verdicts.warn(
                    AVAILABILITY,
                    "cluster, master without a replica",
                    "When it is lost, its slots are, and the cluster may stop. Add a replica to each.");
        } else {
            verdicts.pass(AVAILABILITY, "cluster, " + view.replicas() + " to take over", "All slots are served.");
        }
    }
}
