package io.opalmind.store.redis.inspect;

import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.redis.RedisLink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the commands that a server noted as slow, the latest first. */
final class Slowlog {
    private static final int CLIENT = 4;

    private Slowlog() {}

    static List<SlowCommand> of(Server server, int most) {
        List<Object> entries = server.answer(
                "SLOWLOG",
                server.list(
                        CommandType.SLOWLOG,
                        RedisLink.args().add(Server.word("GET")).add(most)),
                server.link().limit());
        List<SlowCommand> commands = new ArrayList<>();
        for (Object entry : entries == null ? List.of() : entries) {
            SlowCommand command = entry instanceof List<?> parts ? read(server, parts) : null;
            if (command != null) {
                commands.add(command);
            }
        }
        return commands;
    }

    private static @Nullable SlowCommand read(Server server, List<?> parts) {
        if (parts.size() < CLIENT
                || !(parts.get(0) instanceof Long id)
                || !(parts.get(1) instanceof Long at)
                || !(parts.get(2) instanceof Long micros)
                || !(parts.get(3) instanceof List<?> args)) {
            return null;
        }
        List<String> words = new ArrayList<>(args.size());
        for (Object arg : args) {
            words.add(text(arg));
        }
        String client = parts.size() > CLIENT ? text(parts.get(CLIENT)) : "";
        SlowWords shown = new SlowWords(words);
        return new SlowCommand(server.link().server(), id, at, micros, shown.line(), client, shown.advice());
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
