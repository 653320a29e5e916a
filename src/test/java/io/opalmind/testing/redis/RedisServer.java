package io.opalmind.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One real Redis server on the loopback interface, and what a test may do to it. Its commands go over connections of
 * their own, closed after each, so that they neither disturb nor outlive what is tested.
 */
public final class RedisServer implements RedisBed {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int LAST_WORDS = 3;

    private final RedisMachine machine;
    private final int port;
    private final Access access;
    private final Map<String, String> settingsBefore = new LinkedHashMap<>();
    private boolean frozen;

    RedisServer(RedisMachine machine, int port, Access access) {
        this.machine = machine;
        this.port = port;
        this.access = access;
    }

    static RedisServer open(RedisSource source) {
        return source.boot(ServerSpec.alone(Ports.free()), Access.OPEN);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** Scheme, host and port, without a user or password: {@code redis://127.0.0.1:11000}. */
    public String url() {
        return (access.tls() == null ? "redis" : "rediss") + "://" + host() + ":" + port;
    }

    /** The variables of the configuration that point to this server. */
    public Map<String, String> settings() {
        return Map.of("REDIS_HOST", host(), "REDIS_PORT", Integer.toString(port));
    }

    /**
     * Runs one command as the default user and returns its answer as text: a single value as a list of one, nil as a list
     * of null, nested arrays flattened.
     *
     * @throws RedisRefusal where Redis answers with an error
     * @throws UncheckedIOException where it cannot be reached or does not answer within 10 s
     */
    public List<String> command(String... words) {
        try (RespConnection connection = RespConnection.open(host(), port, access)) {
            return connection.send(words);
        } catch (IOException e) {
            throw new UncheckedIOException(words[0] + " to the Redis of the tests on port " + port, e);
        }
    }

    /** The value of a string, null where there is none. */
    public @Nullable String get(String key) {
        return command("GET", key).get(0);
    }

    public void set(String key, String value) {
        command("SET", key, value);
    }

    /** Whole seconds that a key has left; -1 where it has no end, -2 where there is no such key. */
    public long ttl(String key) {
        return Long.parseLong(command("TTL", key).get(0));
    }

    /** All keys of database 0, sorted. */
    public List<String> keys() {
        return command("KEYS", "*").stream().sorted().toList();
    }

    /** A member of INFO, {@code redis_version} for one; null where this server has none such. */
    public @Nullable String info(String member) {
        return command("INFO", "everything")
                .get(0)
                .lines()
                .filter(line -> line.startsWith(member + ":"))
                .map(line -> line.substring(member.length() + 1))
                .findFirst()
                .orElse(null);
    }

    /** Changes a setting until the test is over. */
    public void configSet(String name, String value) {
        settingsBefore.putIfAbsent(name, command("CONFIG", "GET", name).get(1));
        command("CONFIG", "SET", name, value);
    }

    /** Removes all keys of all databases. */
    public void flush() {
        command("FLUSHALL");
    }

    /** SIGKILL: from now on connections are refused. What was stored is lost. */
    public void kill() {
        machine.kill();
        frozen = false;
        // Settings made at run time died with it.
        settingsBefore.clear();
    }

    /** Lets it hang: connections are accepted, nothing is answered. */
    public void stop() {
        machine.freeze();
        frozen = true;
    }

    /** Lets it go on after {@link #stop()}. */
    public void cont() {
        machine.thaw();
        frozen = false;
    }

    /** Starts it again on the same port, empty, after a kill or out of its life; returns when it answers. */
    public void restart() {
        kill();
        start();
    }

    void start() {
        machine.start();
        BoundedWait.until(START_LIMIT, "Redis to answer on port " + port, this::answers);
    }

    private boolean answers() {
        try {
            return command("PING").contains("PONG");
        } catch (UncheckedIOException | RedisRefusal notYet) {
            if (!machine.running()) {
                throw new IllegalStateException("Redis ended at its start: " + lastWords());
            }
            return false;
        }
    }

    private String lastWords() {
        List<String> lines = machine.log().lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }

    /** Alive again, with the settings of its start; its keys stay. */
    void revive() {
        if (frozen) {
            cont();
        }
        if (!machine.running()) {
            restart();
        }
        settingsBefore.forEach((name, value) -> command("CONFIG", "SET", name, value));
        settingsBefore.clear();
    }

    @Override
    public void reset() {
        revive();
        flush();
    }

    @Override
    public void close() {
        machine.close();
    }
}
