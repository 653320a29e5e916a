package io.opalmind.store.redis.audit;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether it still gets security fixes. */
final class VersionCheck {
    private static final String VERSION = "version";
    private static final String UPGRADE = "It gets no security fixes any more. Upgrade it.";

    private final ServerView view;
    private final Verdicts verdicts;
    private final LocalDate today;

    VersionCheck(ServerView view, Verdicts verdicts, Clock clock) {
        this.view = view;
        this.verdicts = verdicts;
        this.today = LocalDate.now(clock);
    }

    void add() {
        // Valkey gives itself out as the last Redis of its kind, in redis_version.
        String valkey = view.info("valkey_version");
        String version = valkey == null ? view.info("redis_version") : valkey;
        if (version == null) {
            verdicts.unknown(VERSION, "INFO server");
            return;
        }
        String observed = (valkey == null ? "Redis " : "Valkey ") + version;
        int[] numbers = numbers(version);
        if (ReleaseLines.isOlder(valkey != null, numbers[0])) {
            verdicts.fail(VERSION, observed, UPGRADE);
            return;
        }
        line(observed, ReleaseLines.of(valkey != null, numbers[0], numbers[1]));
    }

    private void line(String observed, ReleaseLines.@Nullable Line line) {
        if (line == null) {
            verdicts.add(
                    VERSION,
                    CheckStatus.UNKNOWN,
                    observed,
                    "This build of opalmind knows no such line of releases. See endoflife.date.");
        } else if (line.end() == null) {
            verdicts.pass(VERSION, observed, line.name() + " got security fixes " + ReleaseLines.AS_OF + ".");
        } else if (today.isAfter(line.end())) {
            verdicts.fail(VERSION, observed, line.name() + " ended on " + line.end() + ". " + UPGRADE);
        } else if (today.isAfter(line.end().minusMonths(6))) {
            verdicts.warn(VERSION, observed, line.name() + " ends on " + line.end() + ". Plan the upgrade.");
        } else {
            verdicts.pass(VERSION, observed, line.name() + " gets security fixes until " + line.end() + ".");
        }
    }

    /** The first two of {@code 7.2.4}; -1 where there are none. */
    private static int[] numbers(String version) {
        String[] parts = version.split("\\.", -1);
        return new int[] {number(parts[0]), parts.length > 1 ? number(parts[1]) : -1};
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
