package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.cli.Main;
import io.opalmind.cli.Surroundings;
import io.opalmind.cli.Terminal;
import io.opalmind.store.MovableClock;
import io.opalmind.testing.matomo.FakeMatomo;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken UTF-8, and bytes that look like another encoding, which no mutated string can hold. */
class RandomBytesTest {
    private static final long SEED = 20_261_124;

    private static final Set<Integer> DOCUMENTED = Set.of(0, 2, 3, 4, 5, 6, 7, 10);
    private static final List<String> FORMATS = List.of("json", "ndjson", "csv", "tsv", "markdown", "table");

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    @TempDir
    private Path state;

    private static List<String> arguments(ReportName report, Random random) {
        List<String> arguments = new ArrayList<>(List.of("query", report.label(), "--no-cache"));
        boolean series = report == ReportName.KEY_NUMBERS_SERIES || random.nextInt(3) == 0;
        arguments.addAll(List.of("--period", series ? "day" : "range", "--date", series ? "last7" : "last30"));
        arguments.addAll(List.of("-f", FORMATS.get(random.nextInt(FORMATS.size()))));
        if (report == ReportName.FUNNEL_SUMMARY) {
            arguments.addAll(List.of("--funnel", "7"));
        }
        return arguments;
    }

    private void run(URI url, List<String> arguments, byte[] sent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(arguments.toArray(new String[0]), surroundings(url, out, err), exit -> {
            throw new AssertionError("the process was to be left with " + exit);
        });
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(
                DOCUMENTED.contains(code) && !said.contains("    at ") && !said.contains("Exception"),
                () -> "seed " + SEED + ", exit " + code + " of " + arguments + "\nstderr: " + said + "\nanswer: "
                        + new String(sent, StandardCharsets.ISO_8859_1));
    }

    private Surroundings surroundings(URI url, OutputStream out, OutputStream err) {
        Map<String, String> environment = Map.of(
                "MATOMO_BASE_URL",
                url.toString(),
                "MATOMO_TOKEN",
                FakeMatomo.ADMIN_TOKEN,
                "MATOMO_DEFAULT_SITE_ID",
                "1",
                "MATOMO_MAX_ATTEMPTS",
                "1",
                "OPALMIND_STATE_DIR",
                state.toString());
        MovableClock clock = new MovableClock("2026-11-24T12:00:00Z");
        return new Surroundings(environment, state, clock, Terminal.NONE, InputStream.nullInputStream(), out, err);
    }

    @Test
    void random_bytes_end_as_documented() throws IOException {
        Random random = new Random(SEED);
        byte[][] answer = new byte[1][];
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, answer));
            thread.start();
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            for (ReportName report : ReportName.values()) {
                for (int i = 0; i < 12; i++) {
                    answer[0] = bytes(random, i);
                    run(url, arguments(report, random), answer[0]);
                }
            }
        }
    }

    /** The JDK's own server sends headers and body apart, and the second of them 40 ms late. */
    private static void serve(ServerSocket server, byte[][] answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                in.skipNBytes(lengthAfterHead(in));
                String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + answer[0].length + "\r\n\r\n";
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
                whole.writeBytes(answer[0]);
                whole.writeTo(socket.getOutputStream());
            } catch (IOException theClientHasGone) {
                // Or the server is closed: then the loop ends.
            }
        }
    }

    private static int lengthAfterHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static byte[] bytes(Random random, int kind) {
        byte[] good = "[{\"label\":\"abcdefgh\",\"nb_visits\":12,\"revenue\":1.5}]".getBytes(StandardCharsets.UTF_8);
        if (kind == 0) {
            return new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE);
        }
        if (kind == 1) {
            return new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
        }
        if (kind == 2) {
            // Looks like UTF-32, and is none.
            return new byte[] {'[', 0, 0, 0, '{', 0, 0, 0, 1, 2, 3, 4, 5};
        }
        if (kind < 6) {
            // Cut within a character: in a value, in a name, in nothing.
            byte lead = (byte) List.of(0xC3, 0xE2, 0xF0).get(random.nextInt(3)).intValue();
            int end = List.of(14, 4, 2).get(kind - 3);
            good[end - 1] = lead;
            return Arrays.copyOf(good, end);
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            good[kind < 9 ? 11 + random.nextInt(8) : random.nextInt(good.length)] = (byte) random.nextInt(256);
        }
        return good;
    }
}
