package io.opalmind.store.redis.inspect;

import io.opalmind.store.redis.RedisLink;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a Redis, on every master of a cluster. It changes nothing but what {@link Deletion} and {@link KeyImport} are
 * told to, and does with the right to read and to SCAN; what Redis does not tell its user is unknown.
 */
public final class RedisInspector {
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
            left -= sampling.taken;
        }
    }

    /** Lets so many pass and no more. */
    private static final class Sampling implements KeyScan.Batches {
        private final int most;
        private final Consumer<FoundKey> sink;
        private int taken;

        Sampling(int most, Consumer<FoundKey> sink) {
            this.most = most;
            this.sink = sink;
        }

        @Override
        public void batch(Server server, List<FoundKey> keys, @Nullable ScanPosition next) {
            for (FoundKey key : keys) {
                if (taken < most) {
                    taken++;
                    sink.accept(key);
                }
            }
        }
    }

    private @Nullable ScanPosition scan(Walk walk, Set<Fact> wanted, KeyScan.Batches batches) {
        return scanner(walk, wanted, servers).run(walk.start(), walk.most(), batches);
    }

    private KeyScan scanner(Walk walk, Set<Fact> wanted, List<Server> among) {
        return new KeyScan(among, space, walk.filter(), wanted, lives, new Throttle(walk.rate()));
    }

    /** For what needs a way of its own. */
    RedisLink link() {
        return link;
    }
}
