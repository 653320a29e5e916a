package io.opalmind.store.redis.inspect;

import io.opalmind.store.redis.Reply;
import io.opalmind.store.redis.TimeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks about many keys in one round trip, or in two where an age does not follow from the time to live. */
final class Facts {
    private final Server server;
    private final Set<Fact> wanted;
    private final Lives lives;

    Facts(Server server, Set<Fact> wanted, Lives lives) {
        this.server = server;
        this.wanted = wanted;
        this.lives = lives;
    }

    /** The same keys with what Redis says of them, without those that are gone by now. */
    List<FoundKey> of(List<FoundKey> keys) {
        return ask(keys).answered();
    }

    /** Asks, and does not wait. */
    Asked ask(List<FoundKey> keys) {
        Asked asked = new Asked(keys);
        for (FoundKey key : keys) {
            byte[] name = key.name();
            if (wants(Fact.TYPE, Server.TYPE)) {
                asked.types.add(server.type(name));
            }
            if (wants(Fact.TTL, Server.TTL) || wants(Fact.AGE, Server.TTL)) {
                asked.ttls.add(server.ttl(name));
            }
            if (wants(Fact.BYTES, Server.BYTES)) {
                asked.sizes.add(server.bytes(name));
            }
            if (wants(Fact.IDLE, Server.IDLE)) {
                asked.idles.add(server.idle(name));
            }
        }
        return asked;
    }

    private boolean wants(Fact fact, String command) {
        return wanted.contains(fact) && server.answers(command);
    }

    /** What is under way, in the order of the keys; empty where it was not asked. */
    final class Asked {
        private final List<FoundKey> keys;
        private final List<Reply<String>> types = new ArrayList<>();
        private final List<Reply<Long>> ttls = new ArrayList<>();
        private final List<Reply<Long>> sizes = new ArrayList<>();
        private final List<Reply<Long>> idles = new ArrayList<>();

        private Asked(List<FoundKey> keys) {
            this.keys = keys;
        }

        /** The keys with what was answered, without those that are gone by now. */
        List<FoundKey> answered() {
            List<FoundKey> known = new ArrayList<>(keys.size());
            TimeLimit limit = server.link().limit();
            for (int i = 0; i < keys.size(); i++) {
                FoundKey key = answered(i, keys.get(i), limit);
                if (key.ttlMillis() != FoundKey.GONE && !"none".equals(key.type())) {
                    known.add(key);
                }
            }
            return wanted.contains(Fact.AGE) && !wanted.contains(Fact.IDLE) ? aged(known) : known;
        }

        private FoundKey answered(int index, FoundKey key, TimeLimit limit) {
            String type = types.isEmpty() ? null : server.answer(Server.TYPE, types.get(index), limit);
            long ttl = number(Server.TTL, ttls, index, limit);
            long size = number(Server.BYTES, sizes, index, limit);
            long idle = number(Server.IDLE, idles, index, limit);
            long age = lives.ageSeconds(key.kind(), ttl);
            return key.with(type, ttl, size, idle, age == FoundKey.UNKNOWN ? idle : age);
        }
    }

    private long number(String command, List<Reply<Long>> replies, int index, TimeLimit limit) {
        @Nullable Long number = replies.isEmpty() ? null : server.answer(command, replies.get(index), limit);
        return number == null ? FoundKey.UNKNOWN : number;
    }

    /** Asks for the idle time of those alone whose age is not known without. */
    private List<FoundKey> aged(List<FoundKey> keys) {
        List<Reply<Long>> idles = new ArrayList<>();
        for (FoundKey key : keys) {
            if (key.ageSeconds() == FoundKey.UNKNOWN && server.answers(Server.IDLE)) {
                idles.add(server.idle(key.name()));
            }
        }
        if (idles.isEmpty()) {
            return keys;
        }
        TimeLimit limit = server.link().limit();
        List<FoundKey> aged = new ArrayList<>(keys.size());
        int next = 0;
        for (FoundKey key : keys) {
            if (key.ageSeconds() == FoundKey.UNKNOWN) {
                long idle = number(Server.IDLE, idles, next++, limit);
                aged.add(key.with(key.type(), key.ttlMillis(), key.bytes(), idle, idle));
            } else {
                aged.add(key);
            }
        }
        return aged;
    }
}
