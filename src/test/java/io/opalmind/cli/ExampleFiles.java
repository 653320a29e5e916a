package io.opalmind.cli;

/** The files that examples name. */
final class ExampleFiles {
    private ExampleFiles() {}

    static void write(RunCli shell) {
        shell.file("sites.json", "{\"Example Shop\": 1, \"Example Blog\": 2}");
        shell.file("items.json", "[{\"sku\":\"A1\",\"name\":\"Hat\",\"price\":29.9,\"quantity\":2}]");
        String hits = "{\"idsite\":1,\"url\":\"https://example.com/a\",\"uid\":\"anna\",\"key\":\"k1\"}\n"
                + "{\"idsite\":1,\"url\":\"https://example.com/b\",\"uid\":\"anna\",\"key\":\"k2\"}\n"
                + "{\"idsite\":1,\"e_c\":\"shop\"}\n";
        shell.file("hits.ndjson", hits);
        shell.file("shop.ndjson", hits);
    }
}
