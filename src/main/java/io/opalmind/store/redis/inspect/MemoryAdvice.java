package io.opalmind.store.redis.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do about the memory of a server. */
final class MemoryAdvice {
    private static final int NEARLY_FULL_PERCENT = 80;
    private static final double FRAGMENTED = 1.5;
    /** Below, what Redis needs for itself looks like fragmentation. */
    private static final long WORTH_IT = 64L * 1024 * 1024;

    private final ServerFacts server;
    private final List<String> advice;

    MemoryAdvice(ServerFacts server, List<String> advice) {
        this.server = server;
        this.advice = advice;
    }

    void add() {
        Long used = server.number("used_memory");
        Long most = server.number("maxmemory");
        String policy = server.text("maxmemory_policy");
        if (most != null && most == 0) {
            say("maxmemory is not set, so that Redis takes all memory that there is. Set it.");
        } else if (most != null && used != null && used * 100 >= most * NEARLY_FULL_PERCENT) {
            say(used * 100 / most + " % of maxmemory are used. Reduce the TTL (CACHE_TTL_MS), or raise maxmemory.");
        }
        policy(policy, most);
        Long evicted = server.number("evicted_keys");
        if (evicted != null && evicted > 0) {
            say(evicted
                    + " keys were evicted since it was started. Reduce the TTL (CACHE_TTL_MS), or raise maxmemory.");
        }
        fragmentation(used);
    }

    private void say(String what) {
        advice.add(server.server() + ": " + what);
    }

    private void policy(@Nullable String policy, @Nullable Long most) {
        if (policy == null) {
            return;
        }
        if (policy.equals("noeviction")) {
            if (most != null && most > 0) {
                say(
                        "with maxmemory-policy noeviction, a full Redis refuses to write. For a cache alone set allkeys-lru;"
                                + " but an evicting policy may evict idempotency records too, and a hit sent again then counts"
                                + " twice.");
            }
            return;
        }
        say("maxmemory-policy " + policy + " may evict idempotency records"
                + (policy.startsWith("allkeys") ? " and undelivered hits" : "")
                + ", and a hit sent again then counts twice. Keep them in a Redis of their own with noeviction, or see"
                + " that it is never full.");
    }

    private void fragmentation(@Nullable Long used) {
        String ratio = server.text("mem_fragmentation_ratio");
        if (ratio == null || used == null || used < WORTH_IT) {
            return;
        }
        try {
            if (Double.parseDouble(ratio) > FRAGMENTED) {
                say("its memory is fragmented (" + ratio + "). Set activedefrag yes, or restart it.");
            } else if (Double.parseDouble(ratio) < 1) {
                say("it has less memory than it uses (" + ratio
                        + "), so part of it may be swapped out. Give the host more.");
            }
        } catch (NumberFormatException unknown) {
            return; // said by nobody but a server that is not Redis
        }
    }
}
