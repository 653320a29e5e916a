package io.opalmind.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The files that examples name. */
final class ExampleFiles {
    private static final Path FOLDER = Path.of("src/test/resources/examples");

    private ExampleFiles() {}

    static void write(RunCli shell) {
        shell.file("sites.json", "{\"Shop\": 1, \"Blog\": 2}");
        for (String name : List.of("orders.csv", "items.json", "hits.ndjson", "access.log")) {
            shell.file(name, text(name));
        }
        shell.file("opalmind/README", "For what is written below /var/lib.");
        shell.file("node_exporter/README", "For what is written below /var/lib.");
        shell.file("../.config/opalmind/shop.env", "MATOMO_DEFAULT_SITE_ID=1\n");
        gzip(shell.path("hits.ndjson.gz"), text("hits.ndjson"));
        shell.file("shop.ndjson", text("hits.ndjson"));
        shell.file("backup.ndjson", "");
    }

    /** A file of {@code src/test/resources/examples}. */
    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void gzip(Path path, String text) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
