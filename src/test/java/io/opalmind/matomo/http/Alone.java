package io.opalmind.matomo.http;

import io.opalmind.matomo.MatomoException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Two calls in a Java of their own. The JDK reads what it may do with a POST and with a proxy's password once, when its
 * HTTP is first used; in the JVM of the tests another test may have been the first.
 */
final class Alone {
    private Alone() {}

    static String run(URI url, Path directory, String caFile, int proxyPort, String credentials)
            throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Alone.class.getName(),
                        url.toString(),
                        directory.toString(),
                        caFile,
                        String.valueOf(proxyPort),
                        credentials)
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!java.waitFor(60, TimeUnit.SECONDS)) {
            java.destroyForcibly();
            throw new AssertionError("the other Java did not end");
        }
        return said.strip();
    }

    public static void main(String[] args) throws IOException {
        Bench bench = new Bench(URI.create(args[0]), Path.of(args[1])).timeout(Duration.ofSeconds(20));
        if (!args[2].isEmpty()) {
            bench.trust(Path.of(args[2]));
        }
        if (!args[4].isEmpty()) {
            bench.proxy(Integer.parseInt(args[3]), args[4]);
        }
        ReportingApi api = bench.once().api();
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((outcome(api) + " " + outcome(api)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String outcome(ReportingApi api) {
        try {
            api.read(Bench.VERSION);
            return "ok";
        } catch (MatomoException e) {
            return e.kind() + ": " + e.getMessage();
        }
    }
}
