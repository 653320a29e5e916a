package io.opalmind.store.redis.inspect;

import io.lettuce.core.protocol.CommandType;
import io.opalmind.store.redis.RedisLink;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server says about itself (INFO). Null is what it does not say, or not to this user. */
public final class ServerFacts {
    private static final String INFO = "INFO";

    private final String server;
    private final Map<String, String> members;

    private ServerFacts(String server, Map<String, String> members) {
        this.server = server;
        this.members = members;
    }

    static ServerFacts of(Server server) {
        Map<String, String> members = new HashMap<>();
        byte[] info = server.answer(
                INFO,
                server.value(CommandType.INFO, RedisLink.args()),
                server.link().limit());
        String text = info == null ? "" : new String(info, StandardCharsets.UTF_8);
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                members.put(line.substring(0, colon), line.substring(colon + 1));
            }
        });
        return new ServerFacts(server.link().server(), members);
    }

    /** Host and port. */
    public String server() {
        return server;
    }

    /** A member of INFO, {@code redis_version} for one. */
    public @Nullable String text(String member) {
        return members.get(member);
    }

    /** A member of INFO that is a whole number. */
    public @Nullable Long number(String member) {
        String digits = members.get(member);
        try {
            return digits == null ? null : Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
