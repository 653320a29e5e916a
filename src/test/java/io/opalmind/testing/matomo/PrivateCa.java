package io.opalmind.testing.matomo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** A certificate authority that no JDK trusts, and one server certificate of it for the loopback address. */
final class PrivateCa implements AutoCloseable {
    private final HeldCertificate authority = new HeldCertificate.Builder()
            .commonName("FakeMatomo private CA")
            .certificateAuthority(0)
            .build();
    private @Nullable Path file;

    SSLSocketFactory serverSockets() {
        HeldCertificate server = new HeldCertificate.Builder()
                .commonName("matomo.test")
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(server)
                .build()
                .sslSocketFactory();
    }

    String pem() {
        return authority.certificatePem();
    }

    /** The PEM as a temporary file, removed on close. */
    synchronized Path file() {
        try {
            if (file == null) {
                file = Files.createTempFile("fake-matomo-ca", ".pem");
                Files.writeString(file, pem());
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
