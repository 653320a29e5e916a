package io.opalmind.store.redis.inspect;

import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.Reply;
import io.opalmind.store.redis.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one key, whatever its type, and of what is large the beginning. */
final class KeyReading {
    private static final int MOST_ELEMENTS = 100;

    private final Server server;
    private final Lives lives;

    /** @param server that finds the master of a key by itself */
    KeyReading(Server server, Lives lives) {
        this.server = server;
        this.lives = lives;
    }

    /** Null where there is no such key. */
    @Nullable
    KeyDetail read(FoundKey named) {
        List<FoundKey> found = new Facts(server, EnumSet.allOf(Fact.class), lives).of(List.of(named));
        if (found.isEmpty() || found.get(0).type() == null) {
            return null;
        }
        FoundKey key = found.get(0);
        byte[] name = key.name();
        TimeLimit limit = server.link().limit();
        byte[] encoding = server.answer("OBJECT ENCODING", server.encoding(name), limit);
        String keptAs = encoding == null ? null : new String(encoding, StandardCharsets.UTF_8);
        if ("string".equals(key.type())) {
            KeyDetail[] detail = new KeyDetail[1];
            new Values(server)
                    .read(
                            List.of(key),
                            (same, length, value) -> detail[0] = new KeyDetail(key, keptAs, length, value, List.of()));
            return detail[0];
        }
        Long length = server.answer("the length", server.number(lengthOf(key.type()), args(name)), limit);
        return new KeyDetail(key, keptAs, length == null ? FoundKey.UNKNOWN : length, null, elements(key));
    }

    private static CommandArgs<byte[], byte[]> args(byte[] name) {
        return RedisLink.args().addKey(name);
    }

    private static CommandType lengthOf(@Nullable String type) {
        return switch (String.valueOf(type)) {
            case "hash" -> CommandType.HLEN;
            case "list" -> CommandType.LLEN;
            case "zset" -> CommandType.ZCARD;
            case "stream" -> CommandType.XLEN;
            default -> CommandType.SCARD;
        };
    }

    private List<List<byte[]>> elements(FoundKey key) {
        byte[] name = key.name();
        return switch (String.valueOf(key.type())) {
            case "hash" -> chunks(second(scanned(CommandType.HSCAN, name)), 2);
            case "set" -> chunks(second(scanned(CommandType.SSCAN, name)), 1);
            case "list" -> chunks(answer(CommandType.LRANGE, args(name).add(0).add(MOST_ELEMENTS - 1)), 1);
            case "zset" ->
                chunks(
                        answer(
                                CommandType.ZRANGE,
                                args(name).add(0).add(MOST_ELEMENTS - 1).add(Server.word("WITHSCORES"))),
                        2);
            case "stream" ->
                entries(answer(
                        CommandType.XRANGE,
                        args(name)
                                .add(Server.word("-"))
                                .add(Server.word("+"))
                                .add(Server.word("COUNT"))
                                .add(MOST_ELEMENTS)));
            default -> List.of();
        };
    }

    private List<Object> scanned(CommandType scan, byte[] name) {
        return answer(scan, args(name).add(0).add(Server.word("COUNT")).add(MOST_ELEMENTS));
    }

    private List<Object> answer(CommandType type, CommandArgs<byte[], byte[]> args) {
        Reply<List<Object>> reply = server.list(type, args);
        List<Object> answer =
                server.answer(type.toString(), reply, server.link().limit());
        return answer == null ? List.of() : answer;
    }

    /** Behind the cursor. */
    private static List<?> second(List<Object> answer) {
        return answer.size() > 1 && answer.get(1) instanceof List<?> elements ? elements : List.of();
    }

    private static List<List<byte[]>> chunks(List<?> flat, int size) {
        List<List<byte[]>> chunks = new ArrayList<>();
        for (int i = 0; i + size <= flat.size() && chunks.size() < MOST_ELEMENTS; i += size) {
            List<byte[]> chunk = new ArrayList<>(size);
            for (Object part : flat.subList(i, i + size)) {
                chunk.add(part instanceof byte[] bytes ? bytes : Server.word(String.valueOf(part)));
            }
            chunks.add(chunk);
        }
        return chunks;
    }

    private static List<List<byte[]>> entries(List<Object> answer) {
        List<List<byte[]>> entries = new ArrayList<>();
        for (Object entry : answer) {
            if (entry instanceof List<?> parts && parts.size() == 2 && parts.get(1) instanceof List<?> fields) {
                List<Object> flat = new ArrayList<>();
                flat.add(parts.get(0));
                flat.addAll(fields);
                entries.addAll(chunks(flat, flat.size()));
            }
        }
        return entries;
    }
}
