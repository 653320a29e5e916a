package io.opalmind.store.redis.inspect;

import io.lettuce.core.KeyScanCursor;
import io.opalmind.store.redis.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the keys of all masters with SCAN, portion by portion, in flat memory. */
final class KeyScan {
    /** Takes keys of one master, those of one portion. */
    interface Batches {
        /**
         * Takes them.
         *
         * @param next where to go on once these are done with; null where this was the end
         */
        void batch(Server server, List<FoundKey> keys, @Nullable ScanPosition next);
    }

    private final List<Server> servers;
    private final KeySpace space;
    private final KeyFilter filter;
    private final Set<Fact> wanted;
    private final Lives lives;
    private final Throttle throttle;
    private final RecentKeys recent = new RecentKeys();
    private final byte[] pattern;
    private final byte @Nullable [] glob;
    private int found;

    KeyScan(List<Server> servers, KeySpace space, KeyFilter filter, Set<Fact> wanted, Lives lives, Throttle throttle) {
        this.servers = servers;
        this.space = space;
        this.filter = filter;
        this.wanted = wanted;
        this.lives = lives;
        this.throttle = throttle;
        this.glob = filter.globBytes();
        this.pattern = space.pattern(filter.kinds(), glob);
    }

    /**
     * Goes on from there to the end, or until it has handed on that many keys; then it stops behind a portion, as nowhere
     * else can be gone on.
     *
     * @param most 0 for all
     * @return where to go on, or null at the end
     */
    @Nullable
    ScanPosition run(ScanPosition from, int most, Batches batches) {
        ScanPosition position = from;
        while (position != null) {
            position = portions(position, most, batches);
            if (most > 0 && found >= most) {
                return position;
            }
        }
        return null;
    }

    /**
     * Of one master. Redis is at the next portion, its facts too, while we are at this one; where we may stop at any
     * portion, none is begun in vain.
     */
    private @Nullable ScanPosition portions(ScanPosition from, int most, Batches batches) {
        Server server = servers.get(from.master());
        Facts facts = new Facts(server, wanted, lives);
        @Nullable Reply<KeyScanCursor<byte[]>> asked = scan(server, from.cursor());
        @Nullable Portion before = null;
        @Nullable ScanPosition next = from;
        while (asked != null) {
            KeyScanCursor<byte[]> scanned = server.link().await(asked);
            String cursor = scanned == null || scanned.isFinished() ? null : scanned.getCursor();
            next = cursor == null ? nextMaster(from.master()) : new ScanPosition(from.master(), cursor);
            asked = cursor == null ? null : scan(server, cursor);
            Portion portion = new Portion(facts.ask(scanned == null ? List.of() : named(scanned.getKeys())), next);
            server.link().flush();
            if (before != null) {
                handOn(server, before, batches);
            }
            before = portion;
            if (most > 0) {
                handOn(server, portion, batches);
                before = null;
                if (found >= most) {
                    return next;
                }
            }
        }
        if (before != null) {
            handOn(server, before, batches);
        }
        return next;
    }

    /** Keys about which Redis is being asked, and where it goes on behind them. */
    private record Portion(Facts.Asked asked, @Nullable ScanPosition next) {}

    private void handOn(Server server, Portion portion, Batches batches) {
        List<FoundKey> admitted = new ArrayList<>();
        for (FoundKey key : portion.asked.answered()) {
            if (filter.admits(key)) {
                admitted.add(key);
            }
        }
        found += admitted.size();
        batches.batch(server, admitted, portion.next);
    }

    private @Nullable ScanPosition nextMaster(int master) {
        return master + 1 < servers.size() ? new ScanPosition(master + 1, "0") : null;
    }

    private Reply<KeyScanCursor<byte[]>> scan(Server server, String cursor) {
        int portion = throttle.portion();
        throttle.pass(portion);
        return server.scan(cursor, pattern, portion);
    }

    private List<FoundKey> named(List<byte[]> names) {
        List<FoundKey> keys = new ArrayList<>(names.size());
        for (byte[] name : names) {
            KeySpace.Prefix prefix = space.of(name);
            if (prefix == null || (glob != null && !Glob.matches(glob, name, prefix.bytes().length))) {
                continue;
            }
            FoundKey key = FoundKey.named(name, prefix);
            if (filter.admitsName(key) && recent.add(name)) {
                keys.add(key);
            }
        }
        return keys;
    }
}
