package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a server says is quoted, but not all of it. */
@ExtendWith(MatomoExtension.class)
class QuotedMessagesTest {
    @TempDir
    Path directory;

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
    }

    private Bench bench() {
        return new Bench(matomo.url(), directory);
    }

    @Test
    void token_and_control_characters_in_a_message_are_not_handed_on() {
        matomo.failAlways(FaultsTest.error(
                400,
                "At \\u001b[31m\\ntoken_auth=" + FakeMatomo.ADMIN_TOKEN + " or " + FakeMatomo.ADMIN_TOKEN
                        + " or token_auth=" + FakeMatomo.BAD_TOKEN + "."));
        Refused.says(
                Refused.version(ErrorKind.REQUEST_REFUSED, bench()),
                "At  [31m token_auth=*** or *** or token_auth=***");
    }

    /** The beginning of an answer is quoted; half a token there would be missed by whoever looks for a whole one. */
    @Test
    void token_is_not_quoted_in_part() {
        String filler = "x".repeat(50);
        matomo.failAlways(Faults.status(200, "text/plain", filler + FakeMatomo.ADMIN_TOKEN + "yyyyyyyyyyy"));
        Refused.says(Refused.version(ErrorKind.BAD_ANSWER, bench()), filler + "***yyyyyyyyyyy'");
    }

    @Test
    void long_message_is_an_error_still_and_shortened() {
        matomo.failAlways(FaultsTest.error(200, "Backtrace ".repeat(20_000) + "."));
        MatomoException failure =
                assertThrows(MatomoException.class, () -> bench().api().read(Bench.VERSION));
        assertEquals(ErrorKind.REQUEST_REFUSED, failure.kind());
        assertTrue(failure.getMessage().length() < 700, "too long: " + failure.getMessage());
    }

    @Test
    void error_longer_than_what_is_held_is_an_error_still() {
        matomo.failAlways(FaultsTest.error(200, "x".repeat(ApiAnswer.HELD_BYTES)));
        Refused.says(Refused.version(ErrorKind.REQUEST_REFUSED, bench()), "no reason given");
    }
}
