package io.opalmind.matomo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.matomo.http.HttpSettings;
import io.opalmind.matomo.http.LoginMemory;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.http.Retries;
import io.opalmind.matomo.http.UrlTransport;
import io.opalmind.store.CacheCounters;
import io.opalmind.store.MemoryCacheStore;
import io.opalmind.store.MemoryStatsStore;
import io.opalmind.store.MovableClock;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of one FakeMatomo, with stores in memory; each ask is an invocation of its own. */
final class Client {
    static final ObjectMapper MAPPER = new ObjectMapper();
    static final String ORIGIN = "0123456789ab";

    /** What one query gave. */
    record Answer(String text, ReportResult result) {
        JsonNode json() throws IOException {
            return MAPPER.readTree(text);
        }
    }

    final MovableClock clock = new MovableClock("2026-11-24T12:00:00Z");
    final MemoryCacheStore store = new MemoryCacheStore(clock);
    final MemoryStatsStore stats = new MemoryStatsStore(clock);
    final List<String> warnings = new ArrayList<>();
    private final FakeMatomo matomo;
    private String origin = ORIGIN;
    private ReportCache.Use use = ReportCache.Use.READ_AND_WRITE;

    Client(FakeMatomo matomo) {
        this.matomo = matomo;
    }

    Client origin(String newOrigin) {
        origin = newOrigin;
        return this;
    }

    Client use(ReportCache.Use newUse) {
        use = newUse;
        return this;
    }

    Answer ask(Ask ask) throws IOException {
        return ask(ask.query());
    }

    /** Prints as {@code query -f json} does. */
    Answer ask(ReportQuery query) throws IOException {
        ReportResult result = client().query(query);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (result.isReadyJson()) {
            result.writeJson(out);
            return new Answer(out.toString(StandardCharsets.UTF_8), result);
        }
        try (JsonGenerator json = ReportingApi.JSON.createGenerator(out)) {
            if (result.hasRows()) {
                json.writeStartArray();
            }
            result.rows(row -> RowJson.write(json, row));
            if (result.hasRows()) {
                json.writeEndArray();
            }
        }
        return new Answer(out.toString(StandardCharsets.UTF_8), result);
    }

    MatomoClient client() {
        HttpSettings settings = new HttpSettings(
                matomo.url(), FakeMatomo.ADMIN_TOKEN, Duration.ofSeconds(20), 1, 64L << 20, null, null);
        LoginMemory logins = new LoginMemory(Path.of("target", "no-logins"), origin, settings, clock, true);
        ReportingApi api = new ReportingApi(
                new UrlTransport(settings, "opalmind/test"),
                settings,
                new Retries(1, Duration.ofMillis(1), message -> {}),
                logins);
        ReportCache cache = new ReportCache(store, stats, clock, Duration.ofMinutes(1), origin, use, warnings::add);
        return new MatomoClient(() -> api, cache, warnings::add);
    }

    /** What the store holds under the SDK's key without its prefix, or null. */
    @Nullable
    String stored(String key) {
        byte[] value = store.get(key);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    void keep(String key, String record) {
        store.put(key, record.getBytes(StandardCharsets.UTF_8), Duration.ofDays(300));
    }

    CacheCounters counters(String feature) {
        return stats.counters(Instant.EPOCH).getOrDefault(feature, CacheCounters.NONE);
    }

    /** How often this method was asked for. */
    long requests(String method) {
        return matomo.requests().stream()
                .filter(request -> request.method().equals(method))
                .count();
    }

    /** What was asked for with this method at last. */
    @Nullable
    String lastParam(String method, String name) {
        String last = null;
        for (MatomoRequest request : matomo.requests()) {
            last = request.method().equals(method) ? request.param(name) : last;
        }
        return last;
    }
}
