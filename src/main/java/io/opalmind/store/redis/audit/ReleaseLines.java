package io.opalmind.store.redis.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of releases, and until when they get security fixes, as listed by endoflife.date in February 2026 from
 * github.com/redis/redis/security and valkey.io/topics/releases. Redis does not set ends in advance.
 */
final class ReleaseLines {
    /**
     * One line.
     *
     * @param end the day on which its support ended or will end; null where none was set
     */
    record Line(
            boolean valkey, int major, int minor, @Nullable LocalDate end) {
        String name() {
            return (valkey ? "Valkey " : "Redis ") + major + "." + minor;
        }
    }

    static final String AS_OF = "as of February 2026";

    private static final List<Line> LINES = List.of(
            redis(5, 0, "2022-04-27"),
            redis(6, 0, "2022-05-31"),
            redis(6, 2, null),
            redis(7, 0, "2024-07-29"),
            redis(7, 2, null),
            redis(7, 4, null),
            redis(8, 0, "2026-02-11"),
            redis(8, 2, null),
            redis(8, 4, null),
            redis(8, 6, null),
            valkey(7, 2, "2029-04-16"),
            valkey(8, 0, "2027-09-15"),
            valkey(8, 1, "2030-03-31"),
            valkey(9, 0, "2028-10-21"));

    private ReleaseLines() {}

    private static Line redis(int major, int minor, @Nullable String end) {
        return new Line(false, major, minor, end == null ? null : LocalDate.parse(end));
    }

    private static Line valkey(int major, int minor, String end) {
        return new Line(true, major, minor, LocalDate.parse(end));
    }

    /** Null for one that is not listed. */
    static @Nullable Line of(boolean valkey, int major, int minor) {
        for (Line line : LINES) {
            if (line.valkey == valkey && line.major == major && line.minor == minor) {
                return line;
            }
        }
        return null;
    }

    /** Whether it is older than all that are listed. */
    static boolean isOlder(boolean valkey, int major) {
        return !valkey && major >= 0 && major < 5;
    }
}
