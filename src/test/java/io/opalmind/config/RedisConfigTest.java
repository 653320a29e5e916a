package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisConfigTest {
    @TempDir
    Path directory;

    private Setup setup() {
        return Setup.complete(directory);
    }

    private Setup withHost() {
        return setup().env("REDIS_HOST", "redis.example");
    }

    @Test
    void host_alone_is_enough() {
        RedisConfig redis = withHost().load().redis();

        RedisTls tls = new RedisTls(false, null, null, null);
        Duration timeout = Duration.ofSeconds(2);
        assertEquals(new RedisConfig(null, "redis.example", 6379, 0, null, null, tls, false, timeout, timeout), redis);
        assertEquals("redis.example:6379/0", redis.describe());
    }

    @Test
    void all_parts_are_read() {
        RedisConfig redis = withHost()
                .env("REDIS_PORT", "6380")
                .env("REDIS_DB", "3")
                .env("REDIS_TLS", "yes")
                .env("REDIS_USERNAME", "opal")
                .env("REDIS_PASSWORD", "hunter2")
                .env("REDIS_CONNECT_TIMEOUT_MS", "100")
                .env("REDIS_COMMAND_TIMEOUT_MS", "200")
                .file("ca.pem", "")
                .file("cert.pem", "")
                .file("key.pem", "")
                .env("REDIS_CA_FILE", "ca.pem")
                .env("REDIS_CERT_FILE", "cert.pem")
                .env("REDIS_KEY_FILE", "key.pem")
                .load()
                .redis();

        RedisTls tls = new RedisTls(
                true, directory.resolve("ca.pem"), directory.resolve("cert.pem"), directory.resolve("key.pem"));
        assertEquals(
                new RedisConfig(
                        null,
                        "redis.example",
                        6380,
                        3,
                        "opal",
                        new Secret("hunter2"),
                        tls,
                        false,
                        Duration.ofMillis(100),
                        Duration.ofMillis(200)),
                redis);
        assertEquals("redis.example:6380/3", redis.describe());
    }

    @Test
    void port_and_password_without_a_host_are_no_redis() {
        assertNull(setup().env("REDIS_PORT", "6380")
                .env("REDIS_PASSWORD", "hunter2")
                .load()
                .redis());
    }

    @Test
    void bad_part_is_a_fault_without_a_host_too() {
        assertEquals(
                "REDIS_PORT=abc (environment): not a port; a whole number from 1 to 65535",
                setup().env("REDIS_PORT", "abc").fault());
    }

    @Test
    void service_link_of_kubernetes_is_no_port() {
        Setup setup = withHost().env("REDIS_PORT", "tcp://10.0.0.11:6379").file(".env", "REDIS_PORT=6380\n");

        assertEquals(6380, setup.load().redis().port());
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "TRUE,true",
        "1,true",
        "yes,true",
        "on,true",
        "false,false",
        "0,false",
        "No,false",
        "off,false"
    })
    void switch_is_read_in_all_its_words(String value, boolean on) {
        assertEquals(on, withHost().env("REDIS_CLUSTER", value).load().redis().cluster());
    }

    @Test
    void other_word_for_a_switch_is_a_fault() {
        assertEquals(
                "REDIS_CLUSTER=si (environment): not a switch; true or false (also 1 or 0, yes or no, on or off)",
                withHost().env("REDIS_CLUSTER", "si").fault());
    }

    @ParameterizedTest
    @CsvSource({"::1, [::1]:6379/0", "[::1], [::1]:6379/0", "my_redis, my_redis:6379/0", "10.0.0.1, 10.0.0.1:6379/0"})
    void host_may_be_an_address(String host, String described) {
        assertEquals(described, setup().env("REDIS_HOST", host).load().redis().describe());
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis:6380", "redis://redis", "redis/0", "two hosts", "a,b", ":"})
    void what_is_no_host_is_a_fault(String host) {
        assertEquals(
                "REDIS_HOST=" + host
                        + " (environment): not a host; a name or an address alone, the port in REDIS_PORT, a url in"
                        + " REDIS_URL",
                setup().env("REDIS_HOST", host).fault());
    }

    @Test
    void cluster_has_database_0_alone() {
        assertEquals(
                "REDIS_DB=3 (environment): not with REDIS_CLUSTER; a cluster has database 0 alone",
                withHost().env("REDIS_CLUSTER", "true").env("REDIS_DB", "3").fault());
    }

    @Test
    void certificate_and_key_go_together() {
        Setup setup = withHost().file("a.pem", "");

        assertEquals(
                "REDIS_CERT_FILE=a.pem (environment): needs REDIS_KEY_FILE beside it; a client certificate and its"
                        + " key go together",
                setup.env("REDIS_CERT_FILE", "a.pem").fault());
        assertEquals(
                "REDIS_KEY_FILE=a.pem (environment): needs REDIS_CERT_FILE beside it; a client certificate and its"
                        + " key go together",
                setup.without("REDIS_CERT_FILE").env("REDIS_KEY_FILE", "a.pem").fault());
    }

    @Test
    void password_comes_from_the_variable_then_the_file_then_the_one_of_redis_cli() {
        Setup setup = withHost().env("REDISCLI_AUTH", "from-redis-cli");
        assertEquals(new Secret("from-redis-cli"), setup.load().redis().password());

        setup.file("password", "from file\n").file(".env", "REDIS_PASSWORD_FILE=password\n");
        assertEquals(new Secret("from file"), setup.load().redis().password());

        setup.env("REDIS_PASSWORD", "from-environment");
        assertEquals(new Secret("from-environment"), setup.load().redis().password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REDIS_PASSWORD", "REDISCLI_AUTH"})
    void control_character_in_a_password_is_a_fault_that_does_not_show_it(String name) {
        assertEquals(
                name + " (environment): has a control character in it, such as a line end; a password of one line",
                withHost().env(name, "hunter2\n").fault());
    }

    @Test
    void password_file_of_several_lines_is_a_fault() {
        assertEquals(
                "REDIS_PASSWORD_FILE=password (environment): holds several lines; a file whose one line is the"
                        + " secret",
                withHost()
                        .file("password", "a\nb")
                        .env("REDIS_PASSWORD_FILE", "password")
                        .fault());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    redis://r.example                                  | r.example:6379/0
                    redis://r.example/                                 | r.example:6379/0
                    redis://r.example:6380/3                           | r.example:6380/3
                    redis://r.example/3?timeout=1s&database=4          | r.example:6379/4
                    redis://:hunter2@r.example/1                       | r.example:6379/1
                    redis://me:hunt%40er2@r.example/1?timeout=3s       | r.example:6379/1
                    rediss://r.example                                 | r.example:6379/0
                    redis+tls://r.example                              | r.example:6379/0
                    redis+ssl://r.example                              | r.example:6379/0
                    redis://[::1]:6380                                 | [::1]:6380/0
                    redis-socket:///run/redis.sock                     | /run/redis.sock
                    redis-socket://hunter2@/run/redis.sock?database=1  | /run/redis.sock
                    redis-sentinel://h1:26380,h2/1#main                | h1:26380,h2:26379/1
                    redis-sentinel://hunter2@h1,h2?sentinelMasterId=m  | h1:26379,h2:26379/0
                    rediss-sentinel://h1#main                          | h1:26379/0
                    """)
    void url_wins_over_the_parts_and_is_described_without_its_secrets(String url, String described) {
        RedisConfig redis = withHost().env("REDIS_URL", url).load().redis();

        assertEquals(new Secret(url), redis.url());
        assertEquals(described, redis.describe());
    }

    @Test
    void seeds_of_a_cluster_may_stand_in_the_url() {
        RedisConfig redis = setup().env("REDIS_URL", "redis://a:7000,b:7001")
                .env("REDIS_CLUSTER", "true")
                .load()
                .redis();

        assertEquals("a:7000,b:7001/0", redis.describe());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "http://hunter2@r.example",
                "REDIS://hunter2@r.example",
                "redis://hunter2@",
                "redis:hunter2",
                "redis://:hun#ter2@r.example",
                "redis://:hunter2@r.example:70000",
                "redis://:hunter2@r.example/first",
                "redis://:hunter2@my_redis:6379",
                "redis://:hunter2@a,b",
                "redis-socket://hunter2@",
                "redis-sentinel://hunter2@h1:26379",
                "redis-sentinel://hunter2@#main",
                "redis://:hunter 2@r.example"
            })
    void what_lettuce_could_not_read_is_a_fault_that_does_not_show_it(String url) {
        String fault = setup().env("REDIS_URL", url).fault();

        assertTrue(fault.startsWith("REDIS_URL (environment): not an address of Redis; "), fault);
        assertFalse(fault.contains("hun"), fault);
    }

    @Test
    void user_and_password_hold_where_the_url_has_none() {
        Setup setup = setup().env("REDIS_USERNAME", "me").env("REDIS_PASSWORD", "hunter2");

        RedisConfig without = setup.env("REDIS_URL", "redis://r.example").load().redis();
        assertEquals("me", without.username());
        assertEquals(new Secret("hunter2"), without.password());

        RedisConfig with =
                setup.env("REDIS_URL", "redis://:other@r.example").load().redis();
        assertNull(with.username());
        assertNull(with.password());
    }
}
