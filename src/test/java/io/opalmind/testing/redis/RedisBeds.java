package io.opalmind.testing.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;

/**
 * The flavours of Redis that run in this JVM, each started at its first use by the first source that can: a container
 * engine, else the server that embedded-redis brings, else a {@code redis-server} on the PATH. Which it was is said on
 * stdout, with the reasons of those that could not.
 */
final class RedisBeds implements AutoCloseable {
    private static final Map<Class<?>, Function<RedisSource, RedisBed>> FLAVOURS = Map.of(
            RedisServer.class, RedisServer::open,
            AclRedis.class, AclRedis::open,
            TlsRedis.class, TlsRedis::open,
            DeployedRedis.class, DeployedRedis::open,
            ReplicatedRedis.class, ReplicatedRedis::open,
            ClusterRedis.class, ClusterRedis::open);

    private final List<RedisSource> sources = List.of(
            new ContainerSource(), ProcessSource.embedded(), ProcessSource.embeddedStatic(), ProcessSource.onPath());
    private final Map<Class<?>, RedisBed> open = new LinkedHashMap<>();
    private final Map<Class<?>, String> refused = new LinkedHashMap<>();
    private final Set<RedisBed> lent = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private final Thread atExit = new Thread(this::closeAll, "redis-test-bed-end");
    private RedisSource usual;

    RedisBeds() {
        // JUnit closes the store at the end of its session; a run that is interrupted never gets there.
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The flavour, running and empty. The first call may take seconds. */
    synchronized <T extends RedisBed> T lend(Class<T> flavour) {
        RedisBed bed = open.get(flavour);
        if (bed == null) {
            bed = start(flavour);
            open.put(flavour, bed);
            lent.add(bed);
        } else if (lent.add(bed)) {
            bed.reset();
        }
        return flavour.cast(bed);
    }

    synchronized void resetLent() {
        for (RedisBed bed : lent) {
            bed.reset();
        }
    }

    synchronized void takeBack() {
        lent.clear();
    }

    private RedisBed start(Class<?> flavour) {
        if (refused.containsKey(flavour)) {
            return giveUp(flavour);
        }
        List<String> reasons = new ArrayList<>();
        for (RedisSource source : sources) {
            try {
                RedisBed bed = FLAVOURS.get(flavour).apply(source);
                announce(flavour, source, reasons);
                return bed;
            } catch (RuntimeException cannot) {
                reasons.add(reason(cannot));
            }
        }
        refused.put(flavour, String.join("; ", reasons));
        return giveUp(flavour);
    }

    /** What Testcontainers says first is that a container failed; the engine's own words are at the bottom. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(failure.getMessage());
        if (!said.contains(String.valueOf(root.getMessage()))) {
            said += ": " + root.getMessage();
        }
        return said.strip().replaceAll("\\s+", " ");
    }

    private void announce(Class<?> flavour, RedisSource source, List<String> reasons) {
        if (usual == null) {
            usual = source;
        }
        say("Redis for the tests" + (source == usual ? "" : ", " + flavour.getSimpleName()) + ": " + source.describe()
                + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")"));
    }

    /** A Redis may have been built without TLS, and that is no fault of the code under test; all else is. */
    private RedisBed giveUp(Class<?> flavour) {
        String message =
                "Redis for the tests: none that serves " + flavour.getSimpleName() + " (" + refused.get(flavour) + ")";
        if (flavour == TlsRedis.class) {
            say(message + ". ITS TESTS ARE ABORTED");
            Assumptions.abort(message);
        }
        throw new IllegalStateException(message);
    }

    /** The one print of the test bed: Surefire shows it, and .ci/run repeats it at the end. */
    private void say(String line) {
        if (said.add(line)) {
            System.out.println(line);
        }
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            return; // the hook runs already, and finds nothing left
        }
    }

    private synchronized void closeAll() {
        for (RedisBed bed : open.values()) {
            bed.close();
        }
        open.clear();
        for (RedisSource source : sources) {
            source.close();
        }
    }
}
