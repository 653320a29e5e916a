package io.opalmind.matomo.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the time of the last request, on our clock and on the server's. For one thread at a time. */
public final class TimedTransport implements Transport {
    private final Transport transport;
    private final Clock clock;
    private boolean asked;
    private long nanos;
    private @Nullable Instant answeredAt;
    private @Nullable String serverDate;

    public TimedTransport(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public HttpAnswer post(String pathAndQuery, String contentType, byte[] body, Progress progress) throws IOException {
        asked = true;
        long start = System.nanoTime();
        try {
            HttpAnswer answer = transport.post(pathAndQuery, contentType, body, progress);
            answeredAt = clock.instant();
            serverDate = answer.header().apply("Date");
            return answer;
        } finally {
            nanos = System.nanoTime() - start;
        }
    }

    /** Whether anything was sent. */
    public boolean hasAsked() {
        return asked;
    }

    /** From the connecting to the answer's first bytes, or to the failure. */
    public long millis() {
        return nanos / 1_000_000;
    }

    /** When the answer was there, on our clock; null where there was none. */
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** The answer's {@code Date}, as the server wrote it; null where there was none. */
    public @Nullable String serverDate() {
        return serverDate;
    }
}
