package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.FakeProxy;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.matomo.MatomoRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(MatomoExtension.class)
class ProxyTest {
    @TempDir
    Path directory;

    private static String address(FakeMatomo matomo) {
        return "127.0.0.1:" + matomo.port();
    }

    @Test
    void http_is_forwarded(FakeMatomo matomo) {
        try (FakeProxy proxy = FakeProxy.open()) {
            new Bench(matomo.url(), directory).proxy(proxy.port(), null).api().read(Bench.VERSION);
            assertEquals(
                    List.of(matomo.url() + "index.php?module=API&method=API.getMatomoVersion&format=JSON"),
                    proxy.forwards());
        }
    }

    @Test
    void https_goes_through_a_tunnel_that_is_kept(@MatomoExtension.Tls FakeMatomo matomo) {
        try (FakeProxy proxy = FakeProxy.open()) {
            ReportingApi api = new Bench(matomo.url(), directory)
                    .trust(matomo.caFile())
                    .proxy(proxy.port(), null)
                    .api();
            api.read(Bench.VERSION);
            api.read(Bench.VERSION);
            assertEquals(List.of(address(matomo)), proxy.connects());
            assertEquals(List.of(), proxy.forwards());
        }
    }

    @Test
    void password_goes_to_the_proxy_and_no_further(FakeMatomo matomo) {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "p:ä")) {
            new Bench(matomo.url(), directory)
                    .proxy(proxy.port(), "user:p:ä")
                    .api()
                    .read(Bench.VERSION);
            assertEquals(List.of(), proxy.refusals());
            assertHasNoPassword(matomo.requests().get(0));
        }
    }

    static void assertHasNoPassword(MatomoRequest request) {
        assertFalse(request.headers().containsKey("Proxy-Authorization"), "the server sees the proxy's password");
        assertFalse(request.headers().containsKey("Authorization"), "the server sees a password");
    }

    @Test
    void password_opens_the_tunnel_and_goes_no_further(@MatomoExtension.Tls FakeMatomo matomo) throws Exception {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "p:ss")) {
            String said = Alone.run(matomo.url(), directory, matomo.caFile().toString(), proxy.port(), "user:p:ss");
            assertEquals("ok ok", said);
            assertEquals(Set.of(address(matomo)), Set.copyOf(proxy.connects()));
            assertEquals(2, matomo.requests().size());
            matomo.requests().forEach(ProxyTest::assertHasNoPassword);
        }
    }

    @Test
    void wrong_password_is_told_as_such(FakeMatomo matomo) {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "right")) {
            Bench bench = new Bench(matomo.url(), directory).proxy(proxy.port(), "user:wr0ng");
            String message = Refused.version(ErrorKind.BAD_ANSWER, bench);
            Refused.says(
                    message,
                    "The proxy at 127.0.0.1:" + proxy.port() + " refused user and password (HTTP 407)",
                    "HTTPS_PROXY");
            assertFalse(message.contains("wr0ng"), message);
            assertEquals(1, proxy.refusals().size());
            assertEquals(0, matomo.requests().size());
        }
    }

    @Test
    void wrong_password_opens_no_tunnel(@MatomoExtension.Tls FakeMatomo matomo) throws IOException {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "right")) {
            Bench bench =
                    new Bench(matomo.url(), directory).trust(matomo.caFile()).proxy(proxy.port(), "user:wr0ng");
            String message = Refused.version(ErrorKind.UNREACHABLE, bench);
            Refused.says(message, "The proxy at 127.0.0.1:" + proxy.port() + " refused", "HTTPS_PROXY");
            assertFalse(message.contains("wr0ng"), message);
            assertEquals(List.of(), bench.log);
            assertEquals(0, matomo.requests().size());
        }
    }

    @Test
    void missing_password_is_told_as_such(@MatomoExtension.Tls FakeMatomo matomo) {
        try (FakeProxy proxy = FakeProxy.withPassword("user", "right")) {
            Bench bench =
                    new Bench(matomo.url(), directory).trust(matomo.caFile()).proxy(proxy.port(), null);
            Refused.says(Refused.version(ErrorKind.UNREACHABLE, bench), "wants a user and password");
        }
    }

    @Test
    void proxy_that_is_not_there_is_named(FakeMatomo matomo) {
        int port;
        try (FakeProxy gone = FakeProxy.open()) {
            port = gone.port();
        }
        Bench bench = new Bench(matomo.url(), directory).proxy(port, null);
        Refused.says(Refused.version(ErrorKind.UNREACHABLE, bench), "(through the proxy at 127.0.0.1:" + port + ")");
        assertEquals(0, matomo.requests().size());
    }
}
