package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** TLS and proxies. */
@ExtendWith(MatomoExtension.class)
class FakeMatomoNetworkTest {
    private static final String VERSION = "index.php?module=API&method=API.getMatomoVersion&format=JSON";
    private static final String FORM = PlainClient.form(FakeMatomo.ADMIN_TOKEN);

    @Test
    void certificate_is_good_for_those_who_trust_the_authority(@MatomoExtension.Tls FakeMatomo matomo)
            throws Exception {
        HttpURLConnection stranger = PlainClient.connect(matomo.url(VERSION));
        assertThrows(SSLException.class, () -> PlainClient.send(stranger, FORM));
        HttpsURLConnection friend = (HttpsURLConnection) PlainClient.connect(matomo.url(VERSION));
        friend.setSSLSocketFactory(trust(matomo).getSocketFactory());
        assertEquals(200, PlainClient.send(friend, FORM).status());
        HttpsURLConnection byName =
                (HttpsURLConnection) PlainClient.connect(matomo.urlByOtherHost().resolve(VERSION));
        byName.setSSLSocketFactory(trust(matomo).getSocketFactory());
        assertEquals(200, PlainClient.send(byName, FORM).status());
    }

    @Test
    void ca_file_holds_the_pem_and_goes_with_the_server() throws IOException {
        FakeMatomo matomo = FakeMatomo.tls();
        assertEquals(matomo.caPem(), Files.readString(matomo.caFile()));
        assertTrue(matomo.caPem().startsWith("-----BEGIN CERTIFICATE-----"));
        matomo.close();
        assertTrue(Files.notExists(matomo.caFile()), "the file should be gone");
    }

    @Test
    void proxy_forwards_and_counts(FakeMatomo matomo) throws IOException {
        try (FakeProxy proxy = FakeProxy.open()) {
            for (int i = 0; i < 2; i++) {
                HttpURLConnection connection = PlainClient.connect(matomo.url(VERSION), through(proxy));
                assertEquals(
                        "{\"value\":\"5.0.2\"}",
                        PlainClient.send(connection, FORM).text());
            }
            String target = matomo.url(VERSION).toString();
            assertEquals(List.of(target, target), proxy.forwards());
            assertEquals(List.of(), proxy.connects());
            assertEquals(2, matomo.requests().size());
        }
    }

    @Test
    void proxy_tunnels_tls(@MatomoExtension.Tls FakeMatomo matomo) throws Exception {
        try (FakeProxy proxy = FakeProxy.open()) {
            HttpsURLConnection connection =
                    (HttpsURLConnection) PlainClient.connect(matomo.url(VERSION), through(proxy));
            connection.setSSLSocketFactory(trust(matomo).getSocketFactory());
            assertEquals(200, PlainClient.send(connection, FORM).status());
            assertEquals(List.of("127.0.0.1:" + matomo.port()), proxy.connects());
        }
    }

    @Test
    void proxy_with_password_refuses_strangers(FakeMatomo matomo) throws IOException {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "p:ä")) {
            HttpURLConnection stranger = PlainClient.connect(matomo.url(VERSION), through(proxy));
            assertEquals(407, PlainClient.receive(stranger).status());
            assertEquals(1, proxy.refusals().size());
            HttpURLConnection friend = PlainClient.connect(matomo.url(VERSION), through(proxy));
            String basic = Base64.getEncoder().encodeToString("user:p:ä".getBytes(StandardCharsets.UTF_8));
            friend.setRequestProperty("Proxy-Authorization", "Basic " + basic);
            assertEquals(200, PlainClient.send(friend, FORM).status());
            assertEquals(1, matomo.requests().size());
        }
    }

    private static Proxy through(FakeProxy proxy) {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port()));
    }

    private static SSLContext trust(FakeMatomo matomo) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(matomo.caFile())) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
