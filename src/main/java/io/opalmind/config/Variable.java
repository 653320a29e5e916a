package io.opalmind.config;

/**
 * Every variable that is read, with its default and its meaning as {@code docs/configuration.md} prints them. The
 * numbers among the defaults are the ones in force: the loader reads them from here.
 */
public enum Variable {
    MATOMO_BASE_URL(
            "required",
            "http(s) address of Matomo; with or without a path, a trailing `/`, `index.php`, `matomo.php` or `piwik.php`"),
    MATOMO_TOKEN("required", "token, from Matomo's Settings > Personal > Security"),
    MATOMO_TOKEN_FILE("none", "file whose one line is the token, in place of `MATOMO_TOKEN`"),
    MATOMO_DEFAULT_SITE_ID("none", "id of the site where `--site` is missing"),
    MATOMO_TIMEOUT_MS("10000", "time for one attempt, 1 to 3600000 milliseconds"),
    MATOMO_MAX_ATTEMPTS("3", "attempts of one request, 1 to 20"),
    MATOMO_MAX_RESPONSE_MB("256", "largest answer that is read, 1 to 1048576 MB of 1024 x 1024 bytes"),
    MATOMO_CA_FILE("none", "certificate of a private CA (PEM)"),
    HTTPS_PROXY("none", "proxy for an https Matomo, `http://[USER:PASSWORD@]HOST[:PORT]`; also `https_proxy`"),
    HTTP_PROXY("none", "proxy for an http Matomo; also `http_proxy`"),
    NO_PROXY("none", "hosts reached without proxy: names, `.suffixes`, with or without port, or `*`; also `no_proxy`"),
    SITE_MAPPING_PATH("none", "JSON file, an object of site name and id, for `--site NAME`"),
    CACHE_TTL_MS("60000", "life of a cached report, 0 to 31536000000 milliseconds; 0 switches the cache off"),
    REDIS_URL(
            "none",
            "`redis://`, `rediss://`, `redis-socket://`, `redis-sentinel://`, `rediss-sentinel://`; wins over"
                    + " `REDIS_HOST`, `REDIS_PORT`, `REDIS_DB` and `REDIS_TLS`"),
    REDIS_HOST("none", "host of Redis; Redis is used only where this or `REDIS_URL` is set"),
    REDIS_PORT("6379", "port of Redis, 1 to 65535"),
    REDIS_DB("0", "database of Redis, 0 to 2147483647; 0 only with `REDIS_CLUSTER`"),
    REDIS_TLS("false", "TLS to Redis"),
    REDIS_USERNAME("none", "ACL user, where `REDIS_URL` names none"),
    REDIS_PASSWORD("none", "password of Redis, where `REDIS_URL` has none"),
    REDIS_PASSWORD_FILE("none", "file whose one line is the password, in place of `REDIS_PASSWORD`"),
    REDISCLI_AUTH("none", "password of Redis where the two above are not set"),
    REDIS_CA_FILE("none", "certificate of a private CA (PEM)"),
    REDIS_CERT_FILE("none", "client certificate (PEM); needs `REDIS_KEY_FILE`"),
    REDIS_KEY_FILE("none", "key of the client certificate (PEM); needs `REDIS_CERT_FILE`"),
    REDIS_CLUSTER("false", "speak Redis Cluster"),
    REDIS_CONNECT_TIMEOUT_MS("2000", "time to connect, 1 to 3600000 milliseconds"),
    REDIS_COMMAND_TIMEOUT_MS("2000", "time for one command, 1 to 3600000 milliseconds"),
    REDIS_IDEMPOTENCY_TTL("86400", "life of the record of a delivered hit, 1 to 2147483647 seconds"),
    REDIS_IDEMPOTENCY_PREFIX("opalmind:idempotency:", "prefix of the keys of delivered hits"),
    REDIS_CACHE_PREFIX("opalmind:cache:", "prefix of the keys of cached reports"),
    MATOMO_QUEUE_WARN_PENDING("10", "undelivered hits from which `health` warns"),
    MATOMO_QUEUE_FAIL_PENDING("25", "undelivered hits from which `health` fails"),
    MATOMO_QUEUE_WARN_AGE_MS("60000", "age of the oldest undelivered hit, in milliseconds, from which `health` warns"),
    MATOMO_QUEUE_FAIL_AGE_MS("120000", "age of the oldest undelivered hit, in milliseconds, from which `health` fails"),
    MATOMO_CACHE_WARN_HIT_RATE("20", "hit rate of the cache, 0 to 100 percent, below which `health` warns"),
    MATOMO_CACHE_FAIL_HIT_RATE("5", "hit rate of the cache, 0 to 100 percent, below which `health` fails"),
    MATOMO_CACHE_SAMPLE_SIZE("20", "look-ups from which the hit rate is judged, 1 to 2147483647"),
    OPALMIND_STATE_DIR(
            "`$XDG_STATE_HOME/opalmind`",
            "directory of the queue of undelivered hits, import journals and the local store"),
    OPALMIND_PROFILE("none", "profile to read; also `--profile NAME`");

    private final String defaultText;
    private final String meaning;

    Variable(String defaultText, String meaning) {
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /** What holds where the variable is not set; {@code required} and {@code none} where nothing does. */
    public String defaultText() {
        return defaultText;
    }

    /** One line of Markdown. */
    public String meaning() {
        return meaning;
    }

    /** Whether the value itself is a secret or may hold one, so that no message shows it. */
    boolean isSecret() {
        return switch (this) {
            case MATOMO_TOKEN, REDIS_PASSWORD, REDISCLI_AUTH, REDIS_URL, HTTPS_PROXY, HTTP_PROXY -> true;
            default -> false;
        };
    }
}
