package io.opalmind.matomo.http;

import io.opalmind.testing.matomo.FakeMatomo;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ReportingApi or TrackingApi with the real transport, as a test wants it; an ordinary one unless told otherwise. */
final class Bench {
    static final ApiCall VERSION = new ApiCall("API.getMatomoVersion");
    static final Duration PATIENT = Duration.ofSeconds(20);

    final List<String> log = new ArrayList<>();
    private final URI url;
    private final Path directory;
    private String token = FakeMatomo.ADMIN_TOKEN;
    private Duration timeout = PATIENT;
    private long maxBytes = 64 << 20;
    private Clock clock = Clock.systemUTC();
    private boolean force;
    private int attempts = 3;
    private @Nullable Path caFile;
    private HttpSettings.@Nullable ProxySettings proxy;

    Bench(URI url, Path directory) {
        this.url = url;
        this.directory = directory;
    }

    Bench token(String other) {
        token = other;
        return this;
    }

    Bench timeout(Duration shorter) {
        timeout = shorter;
        return this;
    }

    Bench maxBytes(long fewer) {
        maxBytes = fewer;
        return this;
    }

    Bench clock(Clock other) {
        clock = other;
        return this;
    }

    Bench force() {
        force = true;
        return this;
    }

    /** One attempt, no matter what. */
    Bench once() {
        attempts = 1;
        return this;
    }

    Bench trust(Path file) {
        caFile = file;
        return this;
    }

    Bench proxy(int port, @Nullable String credentials) {
        proxy = new HttpSettings.ProxySettings("127.0.0.1", port, credentials);
        return this;
    }

    HttpSettings settings() {
        return new HttpSettings(url, token, timeout, attempts, maxBytes, caFile, proxy);
    }

    TrackingApi tracking() {
        HttpSettings settings = settings();
        String origin = Integer.toHexString(token.hashCode());
        return new TrackingApi(
                new UrlTransport(settings, "opalmind/test"),
                settings,
                new LoginMemory(directory, origin, settings, clock, force));
    }

    /** Attempts are a millisecond apart. */
    ReportingApi api() {
        HttpSettings settings = settings();
        String origin = Integer.toHexString(token.hashCode());
        return new ReportingApi(
                new UrlTransport(settings, "opalmind/test"),
                settings,
                new Retries(attempts, Duration.ofMillis(1), log::add),
                new LoginMemory(directory, origin, settings, clock, force));
    }
}
