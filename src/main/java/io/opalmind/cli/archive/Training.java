package io.opalmind.cli.archive;

import io.opalmind.WarmUp;
import io.opalmind.cli.Main;
import io.opalmind.cli.Surroundings;
import io.opalmind.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * Runs the usual commands once, against stand-ins on loopback, so that the JVM learns which classes they load. What it
 * learns goes into the class-data archive (bin/opalmind-archive).
 */
public final class Training {
    private Training() {}

    /**
     * Runs them.
     *
     * @param args a folder to work in, made here
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        try (HttpStub matomo = HttpStub.open();
                RedisStub redis = RedisStub.open()) {
            Map<String, String> local = new HashMap<>();
            local.put("MATOMO_BASE_URL", "http://127.0.0.1:" + matomo.port() + "/");
            local.put("MATOMO_TOKEN", "0123456789abcdef");
            local.put("MATOMO_DEFAULT_SITE_ID", "1");
            local.put("OPALMIND_STATE_DIR", folder.resolve("state").toString());
            Map<String, String> shared = new HashMap<>(local);
            shared.put("REDIS_HOST", "127.0.0.1");
            shared.put("REDIS_PORT", Integer.toString(redis.port()));
            for (Map<String, String> environment : java.util.List.of(local, shared)) {
                reports(environment, folder);
                hits(environment, folder);
                watch(environment, folder);
            }
            run(Map.of(), folder, Terminal.NONE, "--sandbox", "query", "popular-urls", "--date", "yesterday");
            run(Map.of(), folder, Terminal.NONE, "--help");
            run(Map.of(), folder, Terminal.NONE, "--version");
            run(Map.of(), folder, Terminal.NONE, "query", "--help");
            run(Map.of(), folder, Terminal.NONE, "query", "--no-such-option");
            run(Map.of(), folder, Terminal.NONE, "query", "popular-urls");
        }
        Runtime.getRuntime().addShutdownHook(new Thread());
        new HashMap<>(System.getenv());
        new WarmUp(true).run();
        loadOurs();
        System.exit(0);
    }

    /**
     * Loads every class of ours: one that is missing from the archive makes the JVM open the jar, which takes longer than
     * a class of ours ever takes to load.
     */
    private static void loadOurs() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
            var entries = jar.entries();
            while (entries.hasMoreElements()) {
                String name = entries.nextElement().getName();
                if (name.startsWith("io/opalmind/") && name.endsWith(".class")) {
                    load(name.substring(0, name.length() - 6).replace('/', '.'));
                }
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notNeeded) {
            // The archive does without it.
        }
    }

    private static void reports(Map<String, String> environment, Path folder) {
        Terminal terminal = new Terminal(true, true, 100);
        for (int time = 0; time < 2; time++) {
            run(environment, folder, Terminal.NONE, "query", "popular-urls");
            run(environment, folder, terminal, "query", "popular-urls", "-v");
            run(environment, folder, Terminal.NONE, "query", "campaigns", "-f", "csv", "--limit", "3");
            run(environment, folder, Terminal.NONE, "query", "key-numbers", "-f", "table");
            run(environment, folder, Terminal.NONE, "query", "key-numbers-series", "-f", "ndjson");
            run(environment, folder, Terminal.NONE, "query", "ecommerce-overview");
            run(environment, folder, Terminal.NONE, "query", "goal-conversions", "-o", "goals.json");
        }
    }

    private static void hits(Map<String, String> environment, Path folder) {
        Terminal terminal = new Terminal(true, true, 100);
        for (int time = 0; time < 2; time++) {
            run(environment, folder, Terminal.NONE, "track", "event", "--category", "a", "--action", "b");
            run(environment, folder, terminal, "track", "pageview", "--url", "https://a/", "--idempotency-key", "k");
        }
        run(environment, folder, Terminal.NONE, "track", "queue");
        run(environment, folder, Terminal.NONE, "track", "status", "k");
        run(environment, folder, Terminal.NONE, "track", "flush");
    }

    private static void watch(Map<String, String> environment, Path folder) {
        run(environment, folder, Terminal.NONE, "health");
        run(environment, folder, Terminal.NONE, "health", "-f", "nagios");
        run(environment, folder, Terminal.NONE, "health", "-f", "prometheus", "-o", "health.prom");
        run(environment, folder, Terminal.NONE, "cache-stats");
        run(environment, folder, Terminal.NONE, "cache-stats", "-f", "table");
    }

    private static void run(Map<String, String> environment, Path folder, Terminal terminal, String... args) {
        Surroundings surroundings = new Surroundings(
                environment,
                folder.toAbsolutePath(),
                Clock.systemUTC(),
                terminal,
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
        Main.run(args, surroundings, code -> {});
    }
}
