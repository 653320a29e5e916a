package io.opalmind.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** The files that examples name. */
final class ExampleFiles {
    private ExampleFiles() {}

    static void write(RunCli shell) {
        shell.file("sites.json", "{\"Shop\": 1, \"Blog\": 2}");
        shell.file("orders.csv", "order-id,idgoal,revenue,url\nO-1,0,12.50,https://example.com/thanks\n");
        shell.file("items.json", "[{\"sku\":\"A1\",\"name\":\"Hat\",\"price\":29.9,\"quantity\":2}]");
        String hits = "{\"idsite\":1,\"url\":\"https://example.com/a\",\"uid\":\"anna\",\"key\":\"k1\"}\n"
                + "{\"idsite\":1,\"url\":\"https://example.com/b\",\"uid\":\"anna\",\"key\":\"k2\"}\n"
                + "{\"idsite\":1,\"e_c\":\"shop\"}\n";
        shell.file("hits.ndjson", hits);
        shell.file("opalmind/README", "For what is written below /var/lib.");
        shell.file("node_exporter/README", "For what is written below /var/lib.");
        shell.file("../.config/opalmind/shop.env", "MATOMO_DEFAULT_SITE_ID=1\n");
        gzip(shell.path("hits.ndjson.gz"), hits);
        shell.file("shop.ndjson", hits);
        shell.file("backup.ndjson", "");
    }

    private static void gzip(Path path, String text) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
