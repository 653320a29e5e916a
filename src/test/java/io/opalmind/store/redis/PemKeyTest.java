package io.opalmind.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemKeyTest {
    private static final HeldCertificate RSA =
            new HeldCertificate.Builder().rsa2048().build();

    @TempDir
    private Path directory;

    @Test
    void rsa_key_of_pkcs8_is_read() throws IOException {
        assertEquals(RSA.keyPair().getPrivate(), read(RSA.privateKeyPkcs8Pem()));
    }

    /** What openssl genrsa wrote for twenty years. */
    @Test
    void rsa_key_of_pkcs1_is_read() throws IOException {
        assertEquals(RSA.keyPair().getPrivate(), read(RSA.privateKeyPkcs1Pem()));
    }

    @Test
    void key_of_elliptic_curves_is_read() throws IOException {
        HeldCertificate held = new HeldCertificate.Builder().ecdsa256().build();
        assertEquals(held.keyPair().getPrivate(), read(held.privateKeyPkcs8Pem()));
    }

    @Test
    void key_is_found_among_certificates_and_remarks() throws IOException {
        String pem = "Bag Attributes: ü\r\n" + RSA.certificatePem() + RSA.privateKeyPkcs8Pem();
        assertEquals(RSA.keyPair().getPrivate(), read(pem.replace("\n", "\r\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,00\n\nAAAA\n"
                        + "-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
            })
    void what_is_no_such_key_is_told_with_what_to_do(String pem) {
        WireException told = assertThrows(WireException.class, () -> read(pem));
        assertTrue(told.getMessage().contains("openssl pkcs8 -topk8 -nocrypt"), told.getMessage());
    }

    @Test
    void file_that_is_not_there_is_told() {
        WireException told = assertThrows(WireException.class, () -> PemKey.read(directory.resolve("none.key")));
        assertEquals("REDIS_KEY_FILE cannot be read", told.getMessage());
    }

    private PrivateKey read(String pem) throws IOException {
        return PemKey.read(Files.writeString(directory.resolve("client.key"), pem));
    }
}
