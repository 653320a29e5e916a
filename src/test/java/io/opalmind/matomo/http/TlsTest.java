package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(MatomoExtension.class)
class TlsTest {
    @TempDir
    Path directory;

    @Test
    void private_ca_is_trusted_where_it_is_named(@MatomoExtension.Tls FakeMatomo matomo) {
        ReportingApi api =
                new Bench(matomo.url(), directory).trust(matomo.caFile()).api();
        api.read(Bench.VERSION);
        api.read(Bench.VERSION);
        assertEquals(
                matomo.requests().get(0).connection(), matomo.requests().get(1).connection());
    }

    @Test
    void message_names_the_variable_for_a_private_ca(@MatomoExtension.Tls FakeMatomo matomo) {
        Bench bench = new Bench(matomo.url(), directory);
        Refused.says(
                Refused.version(ErrorKind.UNREACHABLE, bench),
                "127.0.0.1:" + matomo.port() + " is not trusted: unable to find valid certification path",
                "MATOMO_CA_FILE");
        assertEquals(List.of(), bench.log);
        assertEquals(0, matomo.requests().size());
    }

    @Test
    void other_authority_is_not_trusted(@MatomoExtension.Tls FakeMatomo matomo) throws IOException {
        HeldCertificate stranger =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        Path file = Files.writeString(directory.resolve("other.pem"), stranger.certificatePem());
        Refused.says(
                Refused.version(ErrorKind.UNREACHABLE, new Bench(matomo.url(), directory).trust(file)),
                "is not trusted");
        assertEquals(0, matomo.requests().size());
    }

    @Test
    void certificate_for_another_name_is_refused() throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("matomo.example.com")
                .signedBy(authority)
                .build();
        Path file = Files.writeString(directory.resolve("ca.pem"), authority.certificatePem());
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(other)
                    .build()
                    .sslSocketFactory());
            server.enqueue(new MockResponse.Builder().body("{}").build());
            server.start(InetAddress.getByName("127.0.0.1"), 0);
            Bench bench = new Bench(server.url("/").uri(), directory).trust(file);
            Refused.says(
                    Refused.version(ErrorKind.UNREACHABLE, bench), "made for another name", "check MATOMO_BASE_URL");
            assertEquals(0, server.getRequestCount());
        }
    }

    @Test
    void ca_file_that_is_none_is_named(@MatomoExtension.Tls FakeMatomo matomo) throws IOException {
        Path missing = directory.resolve("missing.pem");
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        Path broken = Files.writeString(
                directory.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        for (Path file : List.of(missing, empty, broken)) {
            Bench bench = new Bench(matomo.url(), directory).trust(file);
            Refused.says(Refused.version(ErrorKind.UNREACHABLE, bench), "MATOMO_CA_FILE", file.toString());
            assertEquals(List.of(), bench.log);
        }
    }
}
