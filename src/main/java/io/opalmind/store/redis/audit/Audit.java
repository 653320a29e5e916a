package io.opalmind.store.redis.audit;

import io.opalmind.store.redis.RedisLink;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The production check list, for every master. */
public final class Audit {
    /** The names of all checks, in their order. */
    public static final List<String> NAMES = List.of(
            "password",
            "default-user",
            "dangerous-commands",
            "tls",
            "bind",
            "protected-mode",
            "aof",
            "snapshots",
            "persistence-errors",
            "last-save",
            "maxmemory",
            "fragmentation",
            "maxmemory-policy",
            "evictions",
            "replication",
            "availability",
            "version",
            "slowlog");

    private Audit() {}

    /**
     * Makes all checks.
     *
     * @param clock to hold ends of life against
     * @param user whose rights to look at; null for the one who is signed in
     * @throws io.opalmind.store.StoreException where Redis fails; that it refuses to tell is no failure
     */
    public static List<AuditCheck> of(RedisLink link, Clock clock, @Nullable String user) {
        List<AuditCheck> checks = new ArrayList<>();
        for (RedisLink master : link.masters()) {
            checks.addAll(of(new ViewReader(master).read(link.signIn(), user), clock));
        }
        return checks;
    }

    static List<AuditCheck> of(ServerView view, Clock clock) {
        Verdicts verdicts = new Verdicts(view.server());
        new AccessChecks(view, verdicts).add();
        new NetworkChecks(view, verdicts).add();
        new PersistenceChecks(view, verdicts).add();
        new MemoryChecks(view, verdicts).add();
        new EvictionChecks(view, verdicts).add();
        new ReplicationCheck(view, verdicts).add();
        new AvailabilityCheck(view, verdicts).add();
        new VersionCheck(view, verdicts, clock).add();
        new SlowlogCheck(view, verdicts).add();
        return verdicts.all();
    }
}
