package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.matomo.track.HitGate;
import io.opalmind.store.IdempotencyStore;
import io.opalmind.store.KeptHit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An import under test: a directory, a Matomo in memory, and options that can be changed between runs. */
final class Bed implements HitGate {
    final Path directory;
    final MemoryMatomo matomo = new MemoryMatomo();
    final List<String> warnings = new ArrayList<>();

    int parallel = 1;
    int batch = 10;
    int rate;
    boolean restart;
    boolean dryRun;
    boolean tokenMayWrite = true;
    OnUnknown onUnknown = OnUnknown.VERIFY;
    Predicate<Hit> needsToken = hit -> false;
    Consumer<ImportCounts> progress = counts -> {};

    @Nullable
    InputFormat format;

    @Nullable
    Path file;

    @Nullable
    Path rejects;

    @Nullable
    String keyField;

    @Nullable
    String site;

    @Nullable
    IdempotencyStore records;

    @Nullable
    String stdin;

    @Nullable
    String journal;

    @Nullable
    BulkImport running;

    Bed(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("hits");
        this.rejects = directory.resolve("rejects");
        this.journal = String.valueOf(file);
    }

    Bed input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    Bed input(byte[] bytes) {
        try {
            Files.write(directory.resolve("hits"), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many hits in NDJSON, of three visitors. */
    Bed hits(int count) {
        return input(ndjson(1, count));
    }

    static String ndjson(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append("{\"idsite\":1,\"uid\":\"u")
                    .append(i % 3)
                    .append("\",\"url\":\"https://e.org/")
                    .append(i)
                    .append("\"}\n");
        }
        return text.toString();
    }

    ImportSummary run() {
        try (BulkImport bulk = new BulkImport(settings(), tools())) {
            running = bulk;
            return bulk.run();
        }
    }

    ImportSettings settings() {
        return new ImportSettings(
                stdin == null ? file : null,
                format,
                site,
                keyField,
                parallel,
                batch,
                rate,
                onUnknown,
                rejects,
                directory.resolve("state"),
                journal,
                "0123456789ab",
                restart,
                dryRun,
                Duration.ofMillis(1));
    }

    private ImportTools tools() {
        return new ImportTools(
                this,
                matomo,
                matomo,
                records,
                Clock.systemUTC(),
                new ByteArrayInputStream((stdin == null ? "" : stdin).getBytes(StandardCharsets.UTF_8)),
                warnings::add,
                progress);
    }

    @Override
    public @Nullable HitFault check(Hit hit) {
        return "99".equals(hit.get("idgoal")) ? new HitFault("idgoal", null, "there is no such goal") : null;
    }

    @Override
    public boolean needsToken(Hit hit) {
        return needsToken.test(hit);
    }

    @Override
    public boolean mayWrite(long siteId) {
        return tokenMayWrite;
    }

    /** The hit of a page as an import with keys makes it. */
    List<KeptHit> kept(int page) {
        String query = "";
        for (Hit hit : matomo.stored()) {
            query = String.valueOf(hit.get("url")).endsWith("/" + page) ? hit.query() : query;
        }
        HitRules rules = new HitRules(settings(), Clock.systemUTC());
        try {
            Hit stored = Hit.ofQuery(query);
            Map<String, String> members = new LinkedHashMap<>();
            for (String name : new String[] {"idsite", "uid", "url"}) {
                members.put(name, String.valueOf(stored.get(name)));
            }
            return List.of(rules.prepare(rules.check(members), "k" + page));
        } catch (BadLineException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The URLs that Matomo has, in order, without their start. */
    List<String> stored() {
        List<String> urls = new ArrayList<>();
        for (Hit hit : matomo.stored()) {
            urls.add(String.valueOf(hit.get("url")).replace("https://e.org/", ""));
        }
        return urls;
    }

    /** The lines of the file of refused ones. */
    List<String> rejected() {
        try {
            return Files.readAllLines(directory.resolve("rejects"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> numbers(int from, int to) {
        List<String> numbers = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            numbers.add("" + i);
        }
        return numbers;
    }
}
