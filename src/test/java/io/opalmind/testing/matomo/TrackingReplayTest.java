package io.opalmind.testing.matomo;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake's tracker against the real one's. */
@ExtendWith(MatomoExtension.class)
class TrackingReplayTest {
    static List<String> recordings() throws IOException {
        return TrackingReplay.recordings();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answers_as_recorded(String name, FakeMatomo matomo) throws IOException {
        new TrackingReplay(matomo.url(), TrackingReplayTest::token).answersAsRecorded(name);
    }

    private static String token(String who) {
        return switch (who) {
            case "admin" -> FakeMatomo.ADMIN_TOKEN;
            case "viewer" -> FakeMatomo.VIEWER_TOKEN;
            case "secure" -> FakeMatomo.SECURE_TOKEN;
            default -> FakeMatomo.BAD_TOKEN;
        };
    }
}
