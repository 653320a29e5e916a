package io.opalmind.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what is said about Redis. All of it is checked, also where no Redis is set: a bad value is a mistake. */
final class RedisReader {
    private static final long LONGEST_TIMEOUT_MS = 3_600_000;
    private static final String ACCEPTED_URL =
            "not an address of Redis; redis://[[USER:]PASSWORD@]HOST[:PORT][/DB], rediss:// for TLS,"
                    + " redis-socket:///PATH, redis-sentinel://HOST[:PORT],…[/DB]#MASTER;"
                    + " with %40, %3A, %2F, %23 in place of @, :, /, # in a password";

    private final Settings settings;
    private final Findings findings;
    private final SecretReader secrets;

    RedisReader(Settings settings) {
        this.settings = settings;
        this.findings = settings.findings();
        this.secrets = new SecretReader(settings);
    }

    /** Null where neither {@code REDIS_URL} nor {@code REDIS_HOST} is set, or with a fault. */
    @Nullable
    RedisConfig read() {
        Secret password = password();
        Setting url = settings.sources().find(Variable.REDIS_URL);
        if (url != null) {
            findings.protect(url.value());
        }
        RedisConfig byParts = byParts(password, url == null);
        if (url != null) {
            return byUrl(url, byParts);
        }
        return byParts.host().isEmpty() ? null : byParts;
    }

    private RedisConfig byParts(@Nullable Secret password, boolean decide) {
        boolean cluster = settings.flag(Variable.REDIS_CLUSTER);
        return new RedisConfig(
                null,
                host(),
                (int) settings.whole(Variable.REDIS_PORT, "a port", 1, 65535),
                database(cluster && decide),
                username(),
                password,
                tls(),
                cluster,
                settings.milliseconds(Variable.REDIS_CONNECT_TIMEOUT_MS, 1, LONGEST_TIMEOUT_MS),
                settings.milliseconds(Variable.REDIS_COMMAND_TIMEOUT_MS, 1, LONGEST_TIMEOUT_MS));
    }

    private @Nullable RedisConfig byUrl(Setting url, RedisConfig parts) {
        String text = url.stripped();
        RedisUrl read = RedisUrl.parse(text, parts.cluster());
        if (read == null) {
            findings.bad(url, ACCEPTED_URL);
            return null;
        }
        boolean own = read.hasCredentials();
        return new RedisConfig(
                new Secret(text),
                "",
                parts.port(),
                0,
                own ? null : parts.username(),
                own ? null : parts.password(),
                parts.tls(),
                parts.cluster(),
                parts.connectTimeout(),
                parts.commandTimeout());
    }

    private String host() {
        Setting setting = settings.sources().find(Variable.REDIS_HOST);
        if (setting == null) {
            return "";
        }
        String text = setting.stripped();
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String host = bracketed ? text.substring(1, text.length() - 1) : text;
        boolean hasPort = host.indexOf(':') >= 0 && host.indexOf(':') == host.lastIndexOf(':');
        if (!HostPort.isHost(host) || hasPort) {
            findings.bad(setting, "not a host; a name or an address alone, the port in REDIS_PORT, a url in REDIS_URL");
            return "";
        }
        return host;
    }

    private int database(boolean cluster) {
        int database = (int) settings.whole(Variable.REDIS_DB, "a database", 0, Integer.MAX_VALUE);
        Setting setting = settings.sources().find(Variable.REDIS_DB);
        if (cluster && database != 0 && setting != null) {
            findings.bad(setting, "not with REDIS_CLUSTER; a cluster has database 0 alone");
        }
        return database;
    }

    private @Nullable String username() {
        Setting setting = settings.sources().find(Variable.REDIS_USERNAME);
        if (setting != null && SecretText.hasControls(setting.value())) {
            findings.bad(setting, "has a control character in it, such as a line end; the name of an ACL user");
        }
        return setting == null ? null : setting.value();
    }

    /** {@code REDISCLI_AUTH} is meant for another tool, so ours win wherever they stand. */
    private @Nullable Secret password() {
        Setting ours = secrets.choose(Variable.REDIS_PASSWORD, Variable.REDIS_PASSWORD_FILE);
        Setting setting = ours == null ? settings.sources().find(Variable.REDISCLI_AUTH) : ours;
        String text = setting == null ? null : secrets.text(setting, Variable.REDIS_PASSWORD_FILE);
        if (setting == null || text == null) {
            return null;
        }
        if (SecretText.hasControls(text)) {
            findings.bad(setting, "has a control character in it, such as a line end; a password of one line");
            return null;
        }
        return new Secret(text);
    }

    private RedisTls tls() {
        Path certificate = settings.file(Variable.REDIS_CERT_FILE);
        Path key = settings.file(Variable.REDIS_KEY_FILE);
        needs(Variable.REDIS_CERT_FILE, Variable.REDIS_KEY_FILE);
        needs(Variable.REDIS_KEY_FILE, Variable.REDIS_CERT_FILE);
        return new RedisTls(settings.flag(Variable.REDIS_TLS), settings.file(Variable.REDIS_CA_FILE), certificate, key);
    }

    private void needs(Variable one, Variable other) {
        Setting setting = settings.sources().find(one);
        if (setting != null && settings.sources().find(other) == null) {
            findings.bad(setting, "needs " + other.name() + " beside it; a client certificate and its key go together");
        }
    }
}
