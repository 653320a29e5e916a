package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import io.opalmind.testing.redis.ScriptedRedis;
import io.opalmind.testing.redis.TlsRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Redis that is configured and does not work: one warning, the right data, exit 0, and no long wait. */
@ExtendWith({MatomoExtension.class, RedisExtension.class})
class RedisFaultTest {
    private static final String[] PAGES = {"query", "popular-urls", "--date", "yesterday", "--all"};
    private static final String TIMEOUT_MS = "400";

    /** Less than lettuce's own timeout of a minute, and more than a busy machine takes to load TLS and a cluster. */
    private static final Duration WITHIN = Duration.ofSeconds(50);

    @TempDir
    Path home;

    /** Waits as long as it takes, for faults that show by themselves. */
    private RunCli shell;

    /** Waits {@value TIMEOUT_MS} ms. */
    private RunCli impatient;

    private String expected;

    @BeforeEach
    void learnTheRightAnswer(FakeMatomo matomo) {
        expected =
                RunCli.with(matomo, home.resolve("healthy")).run(PAGES).exits(0).stdout();
        shell = RunCli.with(matomo, home.resolve("faulty"))
                .env("REDIS_CONNECT_TIMEOUT_MS", "40000")
                .env("REDIS_COMMAND_TIMEOUT_MS", "40000");
        impatient = shell.env("REDIS_CONNECT_TIMEOUT_MS", TIMEOUT_MS).env("REDIS_COMMAND_TIMEOUT_MS", TIMEOUT_MS);
    }

    private void goesOn(RunCli configured, String where, String cause) {
        assertTimeout(
                WITHIN,
                () -> configured
                        .run(PAGES)
                        .exits(0)
                        .prints(expected)
                        .saysOneLineWith(
                                "opalmind: warning: Redis connection failed, falling back to in-memory storage ("
                                        + where + ": ",
                                cause));
    }

    private void goesOn(Map<String, String> settings, String cause) {
        goesOn(shell.env(settings), settings.get("REDIS_HOST") + ":" + settings.get("REDIS_PORT") + "/0", cause);
    }

    @Test
    void nothing_listens() {
        int port = Ports.refusing();
        goesOn(Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "" + port), "Connection refused");
        goesOn(
                shell.env("REDIS_URL", "redis://127.0.0.1:" + port + "/2"),
                "127.0.0.1:" + port + "/2",
                "Connection refused");
    }

    @Test
    void no_such_host() {
        goesOn(Map.of("REDIS_HOST", "redis.invalid", "REDIS_PORT", "6379"), "no such host");
    }

    @Test
    void killed_server(RedisServer redis) {
        redis.kill();
        goesOn(redis.settings(), "Connection refused");
    }

    @Test
    void hanging_server(RedisServer redis) {
        redis.stop();
        goesOn(impatient.env(redis.settings()), at(redis), "no answer within " + TIMEOUT_MS + " ms");
    }

    @Test
    void password_missing(AclRedis redis) {
        goesOn(redis.server().settings(), "set REDIS_PASSWORD");
    }

    @Test
    void password_wrong(AclRedis redis) {
        goesOn(
                shell.env(redis.server().settings()).env("REDIS_PASSWORD", "not-the-password"),
                at(redis.server()),
                "wrong user or password");
        goesOn(
                shell.env(
                        "REDIS_URL",
                        "redis://opalmind:not-the-password@" + redis.server().host() + ":"
                                + redis.server().port()),
                at(redis.server()),
                "wrong user or password");
    }

    @Test
    void user_without_the_right_to_write(AclRedis redis) {
        goesOn(shell.env(redis.settings(AclRedis.READER)), at(redis.server()), "NOPERM");
    }

    @Test
    void read_only_replica(ReplicatedRedis redis) {
        goesOn(redis.replica().settings(), "it is a read-only replica");
    }

    @Test
    void out_of_memory(RedisServer redis) {
        redis.configSet("maxmemory", "1");
        goesOn(redis.settings(), "it is out of memory");
    }

    /** Servers that answer by script, and what is to be said of them. */
    private enum Odd {
        LOADING(ScriptedRedis::loading, "it is still loading its data"),
        SILENT(ScriptedRedis::silent, "no answer within " + TIMEOUT_MS + " ms"),
        HANGING_UP(ScriptedRedis::hangingUp, "the connection was "),
        NO_REDIS(() -> ScriptedRedis.answering("HTTP/1.1 400 Bad Request"), "(H)"),
        MASTER_DOWN(() -> ScriptedRedis.greetingThen("-MASTERDOWN Link with MASTER is down"), "MASTERDOWN"),
        FULL(() -> ScriptedRedis.answering("-ERR max number of clients reached"), "max number of clients");

        private final Supplier<ScriptedRedis> server;
        private final String cause;

        Odd(Supplier<ScriptedRedis> server, String cause) {
            this.server = server;
            this.cause = cause;
        }
    }

    @ParameterizedTest
    @EnumSource
    void odd_server(Odd odd) {
        try (ScriptedRedis redis = odd.server.get()) {
            RunCli patience = odd == Odd.SILENT ? impatient : shell;
            goesOn(patience.env(redis.settings()), redis.host() + ":" + redis.port() + "/0", odd.cause);
        }
    }

    /** A Redis that does not know a command quotes its arguments: its password among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"redis://:p%40ss%3Aw+rd@HOST", "redis://p%40ssw+rd@HOST", "redis://me:p%40ss%3Aw+rd@HOST/1"})
    void password_of_a_url_is_hidden_even_where_the_server_quotes_it(String url) {
        try (ScriptedRedis redis = quoting()) {
            Outcome outcome = shell.env("REDIS_URL", url.replace("HOST", redis.host() + ":" + redis.port()))
                    .run("query", "popular-urls", "--date", "yesterday", "--all", "-v", "--log-format", "json");
            hidesPassword(outcome);
        }
    }

    @Test
    void password_of_the_configuration_is_hidden_even_where_the_server_quotes_it() {
        try (ScriptedRedis redis = quoting()) {
            hidesPassword(shell.env(redis.settings())
                    .env("REDIS_PASSWORD", "p@ss:w+rd")
                    .run("query", "popular-urls", "--date", "yesterday", "--all", "-v", "--stacktrace"));
        }
    }

    private static ScriptedRedis quoting() {
        return ScriptedRedis.with(command -> "-ERR unknown command '" + command.get(0) + "', with args beginning with: "
                + String.join(", ", command));
    }

    private void hidesPassword(Outcome outcome) {
        outcome.exits(0).prints(expected).saysLineWith("with args beginning with");
        assertFalse(outcome.stderr().contains("p@ss"), outcome.stderr());
        assertFalse(outcome.stderr().contains("p%40ss"), outcome.stderr());
        assertFalse(outcome.stderr().contains("w+rd"), outcome.stderr());
    }

    @Test
    void tls_where_there_is_none(RedisServer redis) {
        goesOn(impatient.env(redis.settings()).env("REDIS_TLS", "true"), at(redis), "");
    }

    @Test
    void no_tls_where_there_is_some(TlsRedis redis) {
        goesOn(redis.server().settings(), "");
    }

    @Test
    void authority_unknown(TlsRedis redis) {
        goesOn(
                shell.env(redis.settings())
                        .env("REDIS_CA_FILE", redis.otherAuthority().toString()),
                at(redis.server()),
                "TLS: ");
    }

    @Test
    void client_certificate_refused(TlsRedis redis) {
        goesOn(
                shell.env(redis.settings())
                        .env("REDIS_CERT_FILE", redis.otherCertificate().toString())
                        .env("REDIS_KEY_FILE", redis.otherKey().toString()),
                at(redis.server()),
                "");
    }

    @Test
    void cluster_without_one_of_its_masters(ClusterRedis redis) {
        redis.ownerOf("opalmind:cache:{\"feature\":\"popularUrls\",\"input\":"
                        + "{\"siteId\":1,\"period\":\"day\",\"date\":\"yesterday\",\"limit\":-1}}")
                .kill();
        RedisServer seed = redis.masters().get(0);
        goesOn(shell.env(redis.settings()), at(seed), "");
    }

    @Test
    void sentinel_that_is_not_there(ReplicatedRedis redis) {
        redis.sentinel().kill();
        goesOn(shell.env(redis.settings()), at(redis.sentinel()), "");
    }

    @Test
    void sentinel_that_knows_no_such_primary(ReplicatedRedis redis) {
        goesOn(shell.env("REDIS_URL", redis.url() + "x"), at(redis.sentinel()), "");
    }

    @Test
    void killed_while_matomo_is_being_asked(FakeMatomo matomo, RedisServer redis) {
        matomo.on("Actions.getPageUrls", params -> {
            redis.kill();
            return "[{\"label\":\"/a\",\"nb_visits\":1}]";
        });
        shell.env(redis.settings())
                .run(PAGES)
                .exits(0)
                .prints("[{\"label\":\"/a\",\"nb_visits\":1}]\n")
                .saysOneLineWith("warning: Redis connection failed, falling back to in-memory storage (" + at(redis));
    }

    @Test
    void hanging_while_matomo_is_being_asked(FakeMatomo matomo, RedisServer redis) {
        matomo.on("Actions.getPageUrls", params -> {
            redis.stop();
            return "[{\"label\":\"/a\",\"nb_visits\":1}]";
        });
        assertTimeout(
                WITHIN,
                () -> impatient
                        .env(redis.settings())
                        .run(PAGES)
                        .exits(0)
                        .prints("[{\"label\":\"/a\",\"nb_visits\":1}]\n")
                        .saysOneLineWith(
                                "warning: Redis connection failed, falling back to in-memory storage (" + at(redis)));
    }

    @Test
    void one_warning_for_several_sites_and_a_report_of_several_requests(FakeMatomo matomo) {
        RunCli broken = shell.env("REDIS_HOST", "127.0.0.1").env("REDIS_PORT", "" + Ports.refusing());
        broken.run("query", "goal-conversions", "--site", "1,2", "--date", "yesterday")
                .exits(0)
                .saysOneLineWith("Redis connection failed");
        int asked = matomo.requests().size();
        broken.run("query", "key-numbers", "--site", "1", "--date", "yesterday", "-q")
                .exits(0)
                .saysNothing();
        assertEquals(asked + 2, matomo.requests().size());
    }

    private static String at(RedisServer redis) {
        return redis.host() + ":" + redis.port() + "/0";
    }
}
