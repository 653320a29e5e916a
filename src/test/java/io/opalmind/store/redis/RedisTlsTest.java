package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.TlsRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** TLS under a private CA, with client certificates. */
@ExtendWith(RedisExtension.class)
class RedisTlsTest {
    @Test
    void opens_by_host_and_port(TlsRedis redis) {
        assertEquals("value", Links.keepAndRead(Links.settings(Links.patient(redis.settings())), "key", "value"));
        assertEquals("value", redis.server().get("opalmind:cache:key"));
    }

    @Test
    void opens_by_url_with_the_files_beside_it(TlsRedis redis) {
        Map<String, String> settings =
                Links.with(Links.without(redis.settings(), "REDIS_TLS"), "REDIS_URL", redis.url());
        assertEquals("value", Links.keepAndRead(Links.settings(Links.patient(settings)), "key", "value"));
    }

    @Test
    void server_of_another_authority_is_refused(TlsRedis redis) {
        String message = refusal(Links.with(
                redis.settings(), "REDIS_CA_FILE", redis.otherAuthority().toString()));
        assertTrue(message.startsWith("TLS: "), message);
        assertTrue(message.contains("certification path"), message);
    }

    @Test
    void server_of_a_private_authority_is_refused_where_none_is_named(TlsRedis redis) {
        String message = refusal(Links.without(redis.settings(), "REDIS_CA_FILE"));
        assertTrue(message.startsWith("TLS: "), message);
    }

    @Test
    void client_without_a_certificate_is_refused(TlsRedis redis) {
        String message = refusal(Links.without(redis.settings(), "REDIS_CERT_FILE", "REDIS_KEY_FILE"));
        assertTrue(message.startsWith("TLS: "), message);
    }

    @Test
    void client_with_a_certificate_of_another_authority_is_refused(TlsRedis redis) {
        Map<String, String> settings = Links.with(
                redis.settings(), "REDIS_CERT_FILE", redis.otherCertificate().toString());
        String message =
                refusal(Links.with(settings, "REDIS_KEY_FILE", redis.otherKey().toString()));
        assertTrue(message.startsWith("TLS: "), message);
    }

    @Test
    void server_without_tls_is_refused(TlsRedis redis, RedisServer plain) {
        String port = Integer.toString(plain.port());
        String message = refusal(Links.settings(Links.with(redis.settings(), "REDIS_PORT", port)));
        // A Redis without TLS waits for the end of a line, which the greeting may or may not hold by chance.
        assertTrue(
                message.equals("no answer within 2000 ms") || message.equals("TLS: what answers does not speak it"),
                message);
    }

    @Test
    void server_with_tls_alone_is_refused_where_none_is_spoken(TlsRedis redis) {
        assertEquals("the connection was closed", refusal(redis.server().settings()));
    }

    @Test
    void file_that_is_no_certificate_is_told(TlsRedis redis, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("nonsense.pem"), "nonsense");
        assertEquals(
                "REDIS_CA_FILE holds no certificate (PEM)",
                refusal(Links.with(redis.settings(), "REDIS_CA_FILE", file.toString())));
        assertEquals(
                "REDIS_CERT_FILE holds no certificate (PEM)",
                refusal(Links.with(redis.settings(), "REDIS_CERT_FILE", file.toString())));
        String message = refusal(Links.with(redis.settings(), "REDIS_KEY_FILE", file.toString()));
        assertTrue(message.startsWith("REDIS_KEY_FILE holds no key (PEM, PKCS#8 or PKCS#1)"), message);
    }

    /** Of opening, or of the first command: with TLS 1.3 the server judges the client's certificate after it has answered. */
    private static String refusal(Map<String, String> variables) {
        return refusal(Links.settings(Links.patient(variables)));
    }

    private static String refusal(RedisSettings settings) {
        return Refusals.of(settings, () -> {
            try (RedisLink link = RedisLink.open(settings)) {
                Links.ping(link);
            }
        });
    }
}
