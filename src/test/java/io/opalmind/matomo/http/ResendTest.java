package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The JDK sends a POST again on its own when a connection ends before an answer, unless it is told not to. */
@ExtendWith(MatomoExtension.class)
class ResendTest {
    @TempDir
    Path directory;

    @Test
    void post_on_a_fresh_connection_is_sent_once(FakeMatomo matomo) throws Exception {
        matomo.failNext(1, Faults.closeBeforeHeaders());
        String said = Alone.run(matomo.url(), directory, "", 0, "");
        assertTrue(said.startsWith("UNREACHABLE: ") && said.endsWith(" ok"), said);
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void post_on_a_kept_connection_is_sent_once(FakeMatomo matomo) throws Exception {
        matomo.failWhen(asked -> matomo.requests().size() == 2, Faults.closeBeforeHeaders());
        String said = Alone.run(matomo.url(), directory, "", 0, "");
        assertTrue(said.startsWith("ok UNREACHABLE: "), said);
        assertEquals(2, matomo.requests().size());
        assertEquals(
                matomo.requests().get(0).connection(), matomo.requests().get(1).connection());
    }
}
