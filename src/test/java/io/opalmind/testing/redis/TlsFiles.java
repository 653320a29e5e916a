package io.opalmind.testing.redis;

import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A private certificate authority, made for one run, and what it signed for a server and for a client. */
final class TlsFiles {
    private final HeldCertificate authority = authority("Test CA of opalmind");
    private final HeldCertificate server = signedBy(authority, "redis");
    private final HeldCertificate client = signedBy(authority, "opalmind");

    static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(0)
                .build();
    }

    static HeldCertificate signedBy(HeldCertificate authority, String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
    }

    /** For the server's working directory. */
    Map<String, String> forServer() {
        return Map.of(
                "ca.pem", authority.certificatePem(),
                "server.pem", server.certificatePem(),
                "server.key", server.privateKeyPkcs8Pem());
    }

    Path writeAuthority(Path directory) {
        return TemporaryFiles.write(directory, "ca.pem", authority.certificatePem());
    }

    ClientPair writeClient(Path directory) {
        return write(directory, "client", client);
    }

    /** A certificate and its key, as PEM files. */
    record ClientPair(Path certificate, Path key) {}

    static ClientPair write(Path directory, String name, HeldCertificate held) {
        return new ClientPair(
                TemporaryFiles.write(directory, name + ".pem", held.certificatePem()),
                TemporaryFiles.write(directory, name + ".key", held.privateKeyPkcs8Pem()));
    }

    /** Trusts the authority and shows the client's certificate. */
    SSLSocketFactory sockets() {
        return new HandshakeCertificates.Builder()
                .heldCertificate(client)
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslSocketFactory();
    }
}
