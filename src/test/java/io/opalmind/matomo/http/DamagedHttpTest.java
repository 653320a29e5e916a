package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that do not speak HTTP, or not well. */
class DamagedHttpTest {
    @TempDir
    Path directory;

    /** What one connection gets, byte by byte with a pause between them. */
    private static ServerSocket server(String bytes, Duration pause) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(server, bytes, pause), "damaged-http");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(ServerSocket server, String bytes, Duration pause) {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                    OutputStream out = client.getOutputStream()) {
                client.setTcpNoDelay(true);
                client.getInputStream().read(new byte[8192]);
                for (byte octet : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
                    out.write(octet);
                    LockSupport.parkNanos(pause.toNanos());
                }
            } catch (IOException gone) {
                // The client went away, or the test is over.
                continue;
            }
        }
    }

    private Bench bench(ServerSocket server) {
        return new Bench(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"), directory).once();
    }

    @Test
    void other_protocol_is_a_bad_answer() throws IOException {
        try (ServerSocket server = server("SSH-2.0-OpenSSH_9.2\r\n", Duration.ZERO)) {
            Refused.says(
                    Refused.version(ErrorKind.BAD_ANSWER, bench(server)),
                    "what came is not HTTP. Check MATOMO_BASE_URL");
        }
    }

    @Test
    void damaged_chunk_is_a_broken_connection() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (ServerSocket server = server(head + "zz\r\n{}\r\n0\r\n\r\n", Duration.ZERO)) {
            Refused.says(Refused.version(ErrorKind.UNREACHABLE, bench(server)), "broke");
        }
    }

    @Test
    void plain_http_at_an_https_address_is_told_as_such() throws IOException {
        try (ServerSocket server = server("HTTP/1.1 400 Bad Request\r\n\r\n", Duration.ZERO)) {
            URI url = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
            Refused.says(
                    Refused.version(ErrorKind.UNREACHABLE, new Bench(url, directory).once()),
                    "The TLS connection to Matomo at 127.0.0.1:" + server.getLocalPort() + " broke");
        }
    }

    /** The socket's timeout begins anew with each byte of them. */
    @Test
    void headers_that_drip_end_with_the_timeout() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        try (ServerSocket server = server(head, Duration.ofMillis(100))) {
            long start = System.nanoTime();
            Refused.version(ErrorKind.TIMEOUT, bench(server).timeout(Duration.ofMillis(300)));
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < 1_500, millis + " ms");
        }
    }

    @Test
    void name_that_does_not_exist_is_unreachable() {
        Bench bench = new Bench(URI.create("http://matomo.invalid/"), directory).once();
        Refused.says(Refused.version(ErrorKind.UNREACHABLE, bench), "matomo.invalid is not reachable: no such host");
    }
}
