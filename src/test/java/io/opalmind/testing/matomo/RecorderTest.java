package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The first step of the walk that adds a report, with a Matomo whose answers are known. */
@ExtendWith(MatomoExtension.class)
class RecorderTest {
    private static final List<String> TIMES = List.of("day-yesterday", "day-last7", "range-last30");

    @TempDir
    Path folder;

    @Test
    void records_anew_what_was_recorded(FakeMatomo matomo) throws IOException {
        recorder(matomo).record("Referrers.getWebsites", "websites", Map.of());
        for (String time : TIMES) {
            Path recorded = RecordingFiles.resource("matomo-5.0.2/websites." + time + ".body.json");
            assertEquals(Json.parse(recorded), Json.parse(folder.resolve("websites." + time + ".body.json")), time);
        }
    }

    @Test
    void what_it_wrote_is_a_recording_and_holds_no_token(FakeMatomo matomo) throws IOException {
        matomo.on("Actions.getPageUrls", params -> "[{\"label\":\"" + FakeMatomo.ADMIN_TOKEN + "\"}]");
        recorder(matomo).record("Actions.getPageUrls", "pages", Map.of("flat", "1"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertFalse(Files.readString(file).contains(FakeMatomo.ADMIN_TOKEN), file.toString());
            }
        }
        assertEquals("[{\"label\":\"TOKEN\"}]", Files.readString(folder.resolve("pages.day-last7.body.json")));
        RequestKey asked = RequestKey.of(
                Map.of("method", "Actions.getPageUrls", "period", "day", "date", "last7", "idSite", "1", "flat", "1"));
        assertTrue(RecordingFiles.exchanges(folder).stream()
                .anyMatch(one -> one.key().equals(asked)));
    }

    @Test
    void what_matomo_refuses_is_not_recorded(FakeMatomo matomo) throws IOException {
        IOException refused =
                assertThrows(IOException.class, () -> recorder(matomo).record("No.method", "none", Map.of()));
        assertTrue(refused.getMessage().startsWith("No.method was refused with 200: "), refused.getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private Recorder recorder(FakeMatomo matomo) {
        return new Recorder(matomo.url(), FakeMatomo.ADMIN_TOKEN, "1", folder);
    }
}
