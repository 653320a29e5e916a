package io.opalmind.testing.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The flavours besides the plain server, each with the refusals that it is there for. */
@ExtendWith(RedisExtension.class)
class RedisFlavoursTest {
    @Test
    void passwords_are_asked_for_and_rights_are_kept(AclRedis redis) throws IOException {
        assertRefused("NOAUTH", redis, null, "GET", "a");
        assertRefused("WRONGPASS", redis, new AclRedis.Login("opalmind", "wrong"), "GET", "a");
        assertRefused("NOPERM", redis, AclRedis.READER, "SET", "a", "1");
        assertEquals(List.of("OK"), as(redis, AclRedis.WRITER, "SET", "a", "1"));
        assertEquals(List.of("1"), as(redis, AclRedis.READER, "GET", "a"));
        assertEquals("1", redis.server().get("a"));
    }

    private static void assertRefused(String code, AclRedis redis, AclRedis.Login login, String... words) {
        RedisRefusal refusal = assertThrows(RedisRefusal.class, () -> as(redis, login, words));
        assertTrue(refusal.getMessage().startsWith(code + " "), refusal.getMessage());
    }

    private static List<String> as(AclRedis redis, AclRedis.Login login, String... words) throws IOException {
        try (RespConnection connection =
                RespConnection.open(redis.server().host(), redis.server().port(), Access.OPEN)) {
            if (login != null) {
                connection.send("AUTH", login.user(), login.password());
            }
            return connection.send(words);
        }
    }

    @Test
    void tls_server_takes_its_own_clients_and_no_others(TlsRedis redis) throws IOException {
        redis.server().set("a", "1");
        assertEquals("1", redis.server().get("a"));
        assertThrows(IOException.class, () -> ping(redis, Access.OPEN), "without TLS");
        HeldCertificate own = held(Files.readString(redis.certificate()), Files.readString(redis.key()));
        HeldCertificate other = held(Files.readString(redis.otherCertificate()), Files.readString(redis.otherKey()));
        String ca = Files.readString(redis.authority());
        String otherCa = Files.readString(redis.otherAuthority());
        assertEquals(List.of("PONG"), ping(redis, trusting(ca, own)));
        assertThrows(IOException.class, () -> ping(redis, trusting(ca, null)), "without a certificate");
        assertThrows(IOException.class, () -> ping(redis, trusting(ca, other)), "a certificate of another CA");
        assertThrows(IOException.class, () -> ping(redis, trusting(otherCa, own)), "trust in another CA");
    }

    private static List<String> ping(TlsRedis redis, Access access) throws IOException {
        try (RespConnection connection =
                RespConnection.open(redis.server().host(), redis.server().port(), access)) {
            return connection.send("PING");
        }
    }

    private static HeldCertificate held(String certificate, String key) {
        return HeldCertificate.decode(certificate + key);
    }

    private static Access trusting(String authority, HeldCertificate client) {
        HandshakeCertificates.Builder handshake =
                new HandshakeCertificates.Builder().addTrustedCertificate(Certificates.decodeCertificatePem(authority));
        if (client != null) {
            handshake.heldCertificate(client);
        }
        return Access.tls(handshake.build().sslSocketFactory());
    }

    @Test
    void replica_copies_its_primary_and_refuses_to_write(ReplicatedRedis redis) {
        redis.primary().set("a", "1");
        BoundedWait.until(
                Duration.ofSeconds(10),
                "the copy",
                () -> "1".equals(redis.replica().get("a")));
        RedisRefusal refusal =
                assertThrows(RedisRefusal.class, () -> redis.replica().set("a", "2"));
        assertTrue(refusal.getMessage().startsWith("READONLY "), refusal.getMessage());
        assertEquals(redis.primary().port(), redis.primaryPort());
    }

    @Test
    void sentinel_exchanges_the_roles_and_reset_takes_it_back(ReplicatedRedis redis) {
        redis.failOver();
        redis.replica().set("a", "1");
        redis.reset();
        assertEquals(redis.primary().port(), redis.primaryPort());
        assertEquals(List.of(), redis.primary().keys());
        assertEquals(List.of(), redis.replica().keys());
    }

    @Test
    void sentinel_promotes_the_replica_of_a_killed_primary(ReplicatedRedis redis) {
        redis.primary().kill();
        BoundedWait.until(
                Duration.ofSeconds(30),
                "a failover",
                () -> redis.primaryPort() == redis.replica().port());
        redis.reset();
        assertEquals(redis.primary().port(), redis.primaryPort());
    }

    @Test
    void each_key_of_a_cluster_has_one_owner_and_the_others_point_to_it(ClusterRedis redis) {
        RedisServer owner = redis.ownerOf("foo");
        owner.set("foo", "1");
        for (RedisServer master : redis.masters()) {
            if (master == owner) {
                assertEquals("1", master.get("foo"));
            } else {
                RedisRefusal refusal = assertThrows(RedisRefusal.class, () -> master.get("foo"));
                assertEquals("MOVED 12182 127.0.0.1:" + owner.port(), refusal.getMessage());
            }
        }
    }

    @Test
    void cluster_with_a_dead_master_is_down_until_it_is_reset(ClusterRedis redis) {
        RedisServer owner = redis.ownerOf("foo");
        RedisServer other = redis.masters().get(0) == owner
                ? redis.masters().get(1)
                : redis.masters().get(0);
        owner.kill();
        BoundedWait.until(
                Duration.ofSeconds(30),
                "the others to notice",
                () -> other.command("CLUSTER", "INFO").get(0).contains("cluster_state:fail"));
        redis.reset();
        owner.set("foo", "2");
        assertEquals("2", owner.get("foo"));
    }
}
