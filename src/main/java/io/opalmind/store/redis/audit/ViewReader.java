package io.opalmind.store.redis.audit;

import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisLink;
import io.opalmind.store.redis.SignIn;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a server about itself. What its user may not ask, or it does not know, is left out. */
final class ViewReader {
    /** None of them is a secret; requirepass and masterauth are never asked for. */
    private static final List<String> SETTINGS = List.of(
            "bind",
            "protected-mode",
            "port",
            "tls-port",
            "save",
            "appendonly",
            "appendfsync",
            "maxmemory",
            "maxmemory-policy",
            "slowlog-log-slower-than",
            "slowlog-max-len",
            "enable-debug-command",
            "enable-module-command");

    private final RedisLink link;

    ViewReader(RedisLink link) {
        this.link = link;
    }

    /** @param named whose rights to ask for; null for our own user */
    ServerView read(SignIn signIn, @Nullable String named) {
        Map<String, String> info = members(ask(CommandType.INFO), "\r?\n", ':');
        Map<String, String> client = members(ask(CommandType.CLIENT, "INFO"), " ", '=');
        String self = client.getOrDefault("user", signIn.username() == null ? "default" : signIn.username());
        AclUser own = AclUser.of(ask(CommandType.ACL, "GETUSER", self));
        boolean cluster = "cluster".equals(info.get("redis_mode"));
        return new ServerView(
                link.server(),
                signIn,
                info,
                settings(),
                cluster ? members(ask(CommandType.CLUSTER, "INFO"), "\r?\n", ':') : Map.of(),
                client,
                own,
                named == null || named.equals(self) ? own : AclUser.of(ask(CommandType.ACL, "GETUSER", named)),
                AclUser.of(ask(CommandType.ACL, "GETUSER", "default")),
                missing());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (String name : SETTINGS) {
            List<Object> pair = ask(CommandType.CONFIG, "GET", name);
            if (pair != null && pair.size() == 2) {
                settings.put(name, text(pair.get(1)));
            }
        }
        return settings;
    }

    /** Commands that were renamed or removed: their entry is nil. */
    private Set<Dangerous> missing() {
        Set<Dangerous> missing = EnumSet.noneOf(Dangerous.class);
        for (Dangerous command : Dangerous.values()) {
            List<Object> entries = ask(CommandType.COMMAND, "INFO", command.word());
            if (entries != null && (entries.isEmpty() || isNothing(entries.get(0)))) {
                missing.add(command);
            }
        }
        return missing;
    }

    private static boolean isNothing(@Nullable Object entry) {
        return entry == null || (entry instanceof List<?> parts && parts.isEmpty());
    }

    /** Null where Redis refuses to tell. */
    private @Nullable List<Object> ask(CommandType type, String... words) {
        CommandArgs<byte[], byte[]> args = RedisLink.args();
        for (String word : words) {
            args.add(word.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return link.await(link.send(type, new NestedMultiOutput<>(RedisLink.CODEC), args));
        } catch (StoreException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("NOPERM") || message.startsWith("ERR ")) {
                return null;
            }
            throw e;
        }
    }

    private static Map<String, String> members(@Nullable List<Object> reply, String between, char sign) {
        Map<String, String> members = new HashMap<>();
        String text = reply == null || reply.isEmpty() ? "" : text(reply.get(0));
        for (String part : text.split(between, -1)) {
            int at = part.indexOf(sign);
            if (at > 0) {
                members.put(part.substring(0, at), part.substring(at + 1).strip());
            }
        }
        return members;
    }

    static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
