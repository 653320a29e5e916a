package io.opalmind.testing.redis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A server that asks for a password, with two users besides the default one. The passwords hold what has to be escaped in
 * a URL.
 *
 * @param server its own commands run as the default user
 */
public record AclRedis(RedisServer server) implements RedisBed {
    /** The default user, known by its password alone. */
    public static final Login DEFAULT = new Login("default", "p@ss:w/rd#1%2B");

    /** May do everything. */
    public static final Login WRITER = new Login("opalmind", "wr?te+@:/#%");

    /** May read every key and nothing more: {@code NOPERM} to a SET. */
    public static final Login READER = new Login("reader", "re&d=only");

    /** A user and a password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    static AclRedis open(RedisSource source) {
        return new AclRedis(source.boot(
                ServerSpec.alone(
                        Ports.free(),
                        "requirepass \"" + DEFAULT.password + "\"",
                        user(WRITER, "+@all"),
                        user(READER, "+@read +@connection")),
                Access.password(DEFAULT.password)));
    }

    private static String user(Login login, String rights) {
        return "user " + login.user + " on \">" + login.password + "\" ~* &* " + rights;
    }

    /** {@code redis://USER:PASSWORD@HOST:PORT}, escaped. */
    public String url(Login login) {
        return "redis://" + escaped(login.user) + ":" + escaped(login.password) + "@" + server.host() + ":"
                + server.port();
    }

    /** The variables of the configuration for that user. */
    public Map<String, String> settings(Login login) {
        Map<String, String> settings = new LinkedHashMap<>(server.settings());
        settings.put("REDIS_USERNAME", login.user);
        settings.put("REDIS_PASSWORD", login.password);
        return settings;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void reset() {
        server.reset();
    }

    @Override
    public void close() {
        server.close();
    }
}
