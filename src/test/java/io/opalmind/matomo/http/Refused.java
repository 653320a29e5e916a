package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.testing.matomo.FakeMatomo;
import org.junit.jupiter.api.function.Executable;

/** A call that must fail, and how. */
final class Refused {
    private Refused() {}

    /** Runs it, and gives its message, which shows no token and stands on one line. */
    static String with(ErrorKind kind, Executable call) {
        MatomoException failure = assertThrows(MatomoException.class, call);
        String message = failure.getMessage();
        assertEquals(kind, failure.kind(), message);
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
        for (String token : new String[] {FakeMatomo.ADMIN_TOKEN, FakeMatomo.BAD_TOKEN, FakeMatomo.VIEWER_TOKEN}) {
            assertFalse(message.contains(token.substring(0, 8)), message);
        }
        assertTrue(message.endsWith(".") || message.endsWith(")"), message);
        return message;
    }

    static String version(ErrorKind kind, Bench bench) {
        ReportingApi api = bench.api();
        return with(kind, () -> api.read(Bench.VERSION));
    }

    static void says(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), "'" + part + "' is missing in: " + message);
        }
    }
}
