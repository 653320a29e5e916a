package io.opalmind.store.redis.inspect;

import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.audit.Audit;
import io.opalmind.store.redis.audit.AuditCheck;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a Redis, on every master of a cluster. It changes nothing but what {@link #delete} and {@link #load} are told
 * to, and does with the right to read and to SCAN; what Redis does not tell its user is unknown.
 */
public final class RedisInspector {
    private static final Set<Fact> FOR_DELETION = EnumSet.of(Fact.TTL, Fact.BYTES, Fact.AGE);

    private final RedisLink link;
    private final KeySpace space;
    private final Lives lives;
    private final List<Server> servers = new ArrayList<>();

    /**
     * @param link closed by its owner, not by this
     * @throws io.opalmind.store.StoreException here as in every method where Redis fails
     */
    public RedisInspector(RedisLink link, KeySpace space, Lives lives) {
        this.link = link;
        this.space = space;
        this.lives = lives;
        for (RedisLink master : link.masters()) {
            servers.add(new Server(master));
        }
    }

    /** What this user may not ask, or a server does not know: {@code MEMORY USAGE} for one. */
    public Set<String> refused() {
        Set<String> refused = new TreeSet<>();
        for (Server server : servers) {
            refused.addAll(server.refused());
        }
        return refused;
    }

    /** Whether there is the master on which it begins. */
    public boolean hasPlace(Walk walk) {
        return walk.start().master() < servers.size();
    }

    /** What each server says about itself, in the order of their slots. */
    public List<ServerFacts> facts() {
        List<ServerFacts> facts = new ArrayList<>();
        for (Server server : servers) {
            facts.add(ServerFacts.of(server));
        }
        return facts;
    }

    public Summary summary(Walk walk) {
        SummaryTally tally = new SummaryTally();
        scan(walk, EnumSet.of(Fact.TTL, Fact.BYTES, Fact.AGE), (server, keys, next) -> keys.forEach(tally::add));
        return tally.summary(facts());
    }

    /**
     * Hands on each key with all that is known of it.
     *
     * @return where to go on, or null at the end
     */
    public @Nullable String keys(Walk walk, Consumer<FoundKey> sink) {
        ScanPosition next = scan(walk, EnumSet.allOf(Fact.class), (server, keys, after) -> keys.forEach(sink));
        return next == null ? null : next.toString();
    }

    /**
     * Hands on that many keys, of each master the same share. Redis orders keys by a hash of them, so the first that it
     * finds are as good as drawn by lot.
     */
    public void sample(Walk walk, int size, Consumer<FoundKey> sink) {
        int left = size;
        for (int master = 0; master < servers.size(); master++) {
            int share = (left + servers.size() - master - 1) / (servers.size() - master);
            Sampling sampling = new Sampling(share, sink);
            scanner(walk, EnumSet.allOf(Fact.class), servers.subList(master, master + 1))
                    .run(ScanPosition.START, share, sampling);
            left -= sampling.taken();
        }
    }

    /**
     * One key: by its whole name, or by what stands behind one of our prefixes.
     *
     * @return null where there is none
     */
    public @Nullable KeyDetail get(byte[] name) {
        KeyReading reading = new KeyReading(whole(), lives);
        for (byte[] candidate : space.candidates(name)) {
            KeySpace.Prefix prefix = space.of(candidate);
            KeyDetail detail = prefix == null ? null : reading.read(FoundKey.named(candidate, prefix));
            if (detail != null) {
                return detail;
            }
        }
        return null;
    }

    /**
     * Chooses keys for a deletion and marks them as they are.
     *
     * @param most so many and no more
     */
    public List<MarkedKey> choose(Walk walk, int most) {
        List<MarkedKey> chosen = new ArrayList<>();
        scan(walk.upTo(most), FOR_DELETION, (server, keys, next) -> {
            List<FoundKey> some = keys.subList(0, Math.min(keys.size(), most - chosen.size()));
            chosen.addAll(Deletion.mark(server, some));
        });
        return chosen;
    }

    /** Deletes those that are still what they were when they were chosen. */
    public Deleted delete(List<MarkedKey> chosen) {
        return Deletion.delete(whole(), chosen, Deleted.NONE);
    }

    /**
     * Chooses and deletes, portion by portion, in flat memory.
     *
     * @param most so many and no more
     */
    public Deleted delete(Walk walk, int most) {
        Deleted[] deleted = {Deleted.NONE};
        scan(walk.upTo(most), FOR_DELETION, (server, keys, next) -> {
            long left = most - deleted[0].matched();
            List<FoundKey> some = keys.subList(0, (int) Math.min(keys.size(), left));
            deleted[0] = Deletion.delete(server, Deletion.mark(server, some), deleted[0]);
        });
        return deleted[0];
    }

    /**
     * Carries keys out.
     *
     * @param secrets keys in whose values one of these stands are left out
     */
    public Exported export(Walk walk, ExportSink sink, List<String> secrets) {
        KeyExport export = new KeyExport(sink, secrets);
        scan(walk, EnumSet.of(Fact.TYPE, Fact.TTL, Fact.BYTES, Fact.AGE), export);
        return export.exported();
    }

    /**
     * Carries keys in, as {@link #export} wrote them.
     *
     * @param overwrite whether what is there is replaced
     * @param rate keys a second; 0 for as fast as it can
     * @throws BadLineException where a line is none of those, or its key not one of the two key spaces
     * @throws IOException where the stream cannot be read
     */
    public Imported load(InputStream lines, boolean overwrite, int rate) throws IOException {
        return new KeyImport(whole(), space, overwrite, new Throttle(rate)).run(lines);
    }

    /** Hands on what is not as it should be. */
    public void lint(Walk walk, Expected expected, Consumer<Finding> sink) {
        scan(walk, EnumSet.allOf(Fact.class), new Lint(expected, sink));
    }

    /**
     * Where memory goes.
     *
     * @param sample so many keys, as if drawn by lot; 0 for all
     */
    public Memory memory(Walk walk, int sample) {
        MemoryTally tally = new MemoryTally();
        if (sample > 0) {
            sample(walk, sample, tally::add);
        } else {
            scan(walk, EnumSet.allOf(Fact.class), (server, keys, next) -> keys.forEach(tally::add));
        }
        return tally.memory(facts());
    }

    /**
     * Measures round trips to each server.
     *
     * @param count to each, one or more
     * @param rate so many a second at the most; 0 for one right after the other
     */
    public List<Latency> latency(int count, int rate) {
        List<Latency> measured = new ArrayList<>();
        for (Server server : servers) {
            measured.add(Pings.of(server, count, new Throttle(rate)));
        }
        return measured;
    }

    /** The latest slow commands of each server. */
    public List<SlowCommand> slowlog(int most) {
        List<SlowCommand> slow = new ArrayList<>();
        for (Server server : servers) {
            slow.addAll(Slowlog.of(server, most));
        }
        return slow;
    }

    /**
     * Whether each server is fit for production.
     *
     * @param clock to hold ends of life against
     * @param user whose rights to look at; null for the one who is signed in
     */
    public List<AuditCheck> audit(Clock clock, @Nullable String user) {
        return Audit.of(link, clock, user);
    }

    /** All masters as one: each command goes where its key is. */
    private Server whole() {
        return servers.size() == 1 ? servers.get(0) : new Server(link);
    }

    private @Nullable ScanPosition scan(Walk walk, Set<Fact> wanted, KeyScan.Batches batches) {
        return scanner(walk, wanted, servers).run(walk.start(), walk.most(), batches);
    }

    private KeyScan scanner(Walk walk, Set<Fact> wanted, List<Server> among) {
        return new KeyScan(among, space, walk.filter(), wanted, lives, new Throttle(walk.rate()));
    }
}
