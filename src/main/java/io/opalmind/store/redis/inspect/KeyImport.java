package io.opalmind.store.redis.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.Reply;
import io.opalmind.store.redis.TimeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries keys in, hundreds at a time. What is there stays, so that the same import can be run again after a fault. */
final class KeyImport {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_AT_ONCE = 250;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Server server;
    private final KeySpace space;
    private final boolean overwrite;
    private final Throttle throttle;
    private final List<Reply<String>> underway = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private int bytes;
    private Imported imported = Imported.NONE;

    /** @param server that finds the master of a key by itself */
    KeyImport(Server server, KeySpace space, boolean overwrite, Throttle throttle) {
        this.server = server;
        this.space = space;
        this.overwrite = overwrite;
        this.throttle = throttle;
    }

    /** @throws IOException where the stream cannot be read */
    Imported run(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                long line = json.currentLocation().getLineNr();
                if (token != JsonToken.START_OBJECT) {
                    throw bad(line, "no JSON object.");
                }
                line(line, KeyLine.read(json));
            }
        } catch (JsonProcessingException e) {
            throw bad(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "no JSON.");
        }
        settle();
        return imported;
    }

    /** What came before is brought to its end. */
    private BadLineException bad(long line, String reason) {
        settle();
        return new BadLineException(line, reason);
    }

    private void line(long number, @Nullable KeyLine line) {
        if (line == null) {
            throw bad(number, "not as export writes it: key, type, ttlMs, and value or dump.");
        }
        KeyKind kind = space.kindOf(line.key());
        if (kind != KeyKind.CACHE && kind != KeyKind.IDEMPOTENCY) {
            throw bad(number, "its key begins with neither REDIS_CACHE_PREFIX nor REDIS_IDEMPOTENCY_PREFIX.");
        }
        boolean over = line.ttlMillis() < 1 && line.ttlMillis() != FoundKey.NO_END;
        imported = new Imported(
                imported.lines() + 1, imported.imported(), imported.kept(), imported.expired() + (over ? 1 : 0));
        if (!over) {
            throttle.pass(1);
            send(number, line);
        }
    }

    private void send(long number, KeyLine line) {
        byte[] value = line.value();
        underway.add(value == null ? restore(line) : set(line, value));
        lines.add(number);
        bytes += value == null ? 0 : value.length;
        if (underway.size() >= MOST_AT_ONCE || bytes >= MOST_BYTES) {
            settle();
        }
    }

    private Reply<String> set(KeyLine line, byte[] value) {
        CommandArgs<byte[], byte[]> args = RedisLink.args().addKey(line.key()).addValue(value);
        if (line.ttlMillis() > 0) {
            args.add(Server.word("PX")).add(line.ttlMillis());
        }
        return server.status(CommandType.SET, overwrite ? args : args.add(Server.word("NX")));
    }

    private Reply<String> restore(KeyLine line) {
        byte[] dump = line.dump();
        CommandArgs<byte[], byte[]> args = RedisLink.args()
                .addKey(line.key())
                .add(Math.max(0, line.ttlMillis()))
                .addValue(dump == null ? new byte[0] : dump);
        return server.status(CommandType.RESTORE, overwrite ? args.add(Server.word("REPLACE")) : args);
    }

    private void settle() {
        TimeLimit limit = server.link().limit();
        for (int i = 0; i < underway.size(); i++) {
            boolean written = written(lines.get(i), underway.get(i), limit);
            imported = new Imported(
                    imported.lines(),
                    imported.imported() + (written ? 1 : 0),
                    imported.kept() + (written ? 0 : 1),
                    imported.expired());
        }
        underway.clear();
        lines.clear();
        bytes = 0;
    }

    private static boolean written(long line, Reply<String> reply, TimeLimit limit) {
        try {
            return reply.await(limit) != null;
        } catch (StoreException e) {
            String message = String.valueOf(e.getMessage());
            if (message.startsWith("BUSYKEY")) {
                return false;
            }
            if (message.startsWith("ERR DUMP payload") || message.startsWith("ERR Bad data format")) {
                throw new BadLineException(line, "Redis does not take its dump (" + message + ").");
            }
            throw e;
        }
    }
}
