package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each api() is an invocation of its own: only the directory is common to them. */
@ExtendWith(MatomoExtension.class)
class LoginMemoryTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final String LOCKED_OUT =
            "{\"result\":\"error\",\"message\":\"Too many failed logins. Please wait and try logging in again later.\"}";

    @TempDir
    Path state;

    private FakeMatomo matomo;
    private Path directory;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
        directory = state.resolve("new/logins");
    }

    private Bench at(Duration afterNoon) {
        return new Bench(matomo.url(), directory).clock(Clock.offset(NOON, afterNoon));
    }

    private Bench atNoon() {
        return at(Duration.ZERO);
    }

    private void lockOut() {
        matomo.failNext(1, Faults.status(500, "application/json", LOCKED_OUT));
        Refused.version(ErrorKind.LOCKED_OUT, atNoon());
    }

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            Refused.version(ErrorKind.TOKEN_REFUSED, atNoon().token(FakeMatomo.BAD_TOKEN));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void lockout_is_remembered_for_its_hour() {
        lockOut();
        String message = Refused.version(ErrorKind.LOCKED_OUT, at(Duration.ofMinutes(59)));
        Refused.says(message, "2026-11-24T12:00:00Z", "2026-11-24T13:00:00Z", "--force");
        assertEquals(1, matomo.requests().size());
        at(Duration.ofMinutes(60)).api().read(Bench.VERSION);
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void lockout_is_of_the_address_and_so_of_every_token_but_of_one_server() {
        lockOut();
        Refused.version(ErrorKind.LOCKED_OUT, atNoon().token(FakeMatomo.VIEWER_TOKEN));
        new Bench(matomo.url("other/"), directory).clock(NOON).api().read(Bench.VERSION);
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void force_asks_all_the_same() {
        lockOut();
        atNoon().force().api().read(Bench.VERSION);
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void what_was_remembered_is_over_once_matomo_answers_by_force() throws IOException {
        lockOut();
        atNoon().force().api().read(Bench.VERSION);
        assertEquals(List.of(), files());
        atNoon().api().read(Bench.VERSION);
        assertEquals(3, matomo.requests().size());
    }

    @Test
    void ten_refusals_are_enough_for_a_token() {
        refuse(LoginMemory.MOST_REFUSALS);
        String message = Refused.version(ErrorKind.TOKEN_REFUSED, atNoon().token(FakeMatomo.BAD_TOKEN));
        Refused.says(message, "10 times", "Set a new MATOMO_TOKEN", "--force");
        assertEquals(LoginMemory.MOST_REFUSALS, matomo.rejectedTokens());
    }

    @Test
    void new_token_may_be_sent() {
        refuse(LoginMemory.MOST_REFUSALS);
        atNoon().api().read(Bench.VERSION);
    }

    @Test
    void refusals_are_forgotten_after_an_hour() {
        refuse(LoginMemory.MOST_REFUSALS);
        Refused.says(
                Refused.version(ErrorKind.TOKEN_REFUSED, at(Duration.ofHours(1)).token(FakeMatomo.BAD_TOKEN)),
                "unknown or expired");
        assertEquals(LoginMemory.MOST_REFUSALS + 1, matomo.rejectedTokens());
    }

    /** In 5.0 they come with 401 as well, and the token is a good one. */
    @Test
    void missing_right_is_no_refusal_of_the_token() {
        for (int i = 0; i <= LoginMemory.MOST_REFUSALS; i++) {
            ReportingApi api = atNoon().token(FakeMatomo.VIEWER_TOKEN).api();
            Refused.with(
                    ErrorKind.ACCESS_DENIED,
                    () -> api.read(new ApiCall("SitesManager.getSiteFromId").with("idSite", 2)));
        }
        assertEquals(LoginMemory.MOST_REFUSALS + 1, matomo.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no number\n", "-\n\n", "99999999999999999\n", "9999999999999999999999\n", "\u0000"})
    void damaged_memory_is_none(String damage) throws IOException {
        lockOut();
        Files.writeString(files().get(0), damage);
        atNoon().api().read(Bench.VERSION);
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void memory_of_a_clock_that_was_ahead_is_none() {
        matomo.failNext(1, Faults.status(500, "application/json", LOCKED_OUT));
        Refused.version(ErrorKind.LOCKED_OUT, at(Duration.ofDays(400)));
        atNoon().api().read(Bench.VERSION);
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void directory_in_place_of_the_file_is_no_memory() throws IOException {
        lockOut();
        Path file = files().get(0);
        Files.delete(file);
        Files.createDirectory(file);
        lockOut();
        atNoon().api().read(Bench.VERSION);
    }

    @Test
    void memory_is_for_its_owner_alone() throws IOException {
        refuse(2);
        lockOut();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        assertEquals(2, files().size());
        for (Path file : files()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void token_stands_neither_in_a_name_nor_in_a_file() throws IOException {
        refuse(1);
        Path file = files().get(0);
        assertTrue(!file.toString().contains(FakeMatomo.BAD_TOKEN), file.toString());
        assertEquals(NOON.millis() + "\n", Files.readString(file));
    }

    /** A file stands where the directory should be: that fails for root too. */
    @Test
    void place_that_cannot_be_written_does_not_hide_the_refusal() throws IOException {
        Files.writeString(state.resolve("new"), "in the way");
        refuse(1);
        lockOut();
        assertEquals(2, matomo.requests().size());
    }

    @Test
    void planted_link_is_not_followed() throws IOException {
        lockOut();
        Path file = files().get(0);
        Path victim = Files.writeString(state.resolve("victim"), "precious");
        Files.delete(file);
        Files.createSymbolicLink(file, victim);
        lockOut();
        assertEquals("precious", Files.readString(victim));
    }
}
