package io.opalmind.sandbox;

import io.opalmind.testing.matomo.TrackingReplay;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox's tracker against the real one's. */
class SandboxReplayTest {
    private static final String OTHER_TOKEN = "b".repeat(32);

    static List<String> recordings() throws IOException {
        return TrackingReplay.recordings();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answers_as_recorded(String name) throws IOException {
        try (Sandbox sandbox = Sandbox.start(0, SampleSites.all(), Sandbox.randomToken(), 1000, Clock.systemUTC())) {
            // It knows one token, and the recordings of the others read as those of an unknown one.
            new TrackingReplay(URI.create(sandbox.url()), who -> who.equals("admin") ? sandbox.token() : OTHER_TOKEN)
                    .answersAsRecorded(name);
        }
    }
}
