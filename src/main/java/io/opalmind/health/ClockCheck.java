package io.opalmind.health;

import io.opalmind.matomo.http.TimedTransport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * {@code clock-skew}: how far the server's clock is from ours, by the {@code Date} of its answer, which is cut to
 * seconds. Matomo stores hits of the future at its own time, and refuses those too old.
 */
final class ClockCheck implements MatomoCheck {
    private static final Duration FAR = Duration.ofSeconds(30);

    private final TimedTransport timer;

    ClockCheck(TimedTransport timer) {
        this.timer = timer;
    }

    @Override
    public String name() {
        return "clock-skew";
    }

    /** Any answer will do. */
    @Override
    public void ask(MatomoAnswers answers) {}

    @Override
    public void judge(MatomoAnswers answers, Finding finding) {
        Instant ours = timer.answeredAt();
        Instant theirs = date(timer.serverDate());
        if (ours == null) {
            finding.warn("Not checked, as Matomo gave no answer.");
            return;
        }
        if (theirs == null) {
            finding.pass("Not told, as the server's answers have no date.");
            return;
        }
        long skew = seconds(ours, theirs);
        finding.observed(skew, "s")
                .measure(Measure.of(
                        "clock_skew",
                        "clock_skew_seconds",
                        "How far the clock of Matomo's server is ahead of ours.",
                        skew,
                        Measure.Unit.SECONDS));
        if (Math.abs(skew) > FAR.toSeconds()) {
            finding.warn("The server's clock is " + Math.abs(skew) + " s " + (skew > 0 ? "ahead of" : "behind")
                    + " ours. Have both set by NTP.");
        } else {
            finding.pass("The server's clock agrees with ours" + (skew == 0 ? "." : " to " + Math.abs(skew) + " s."));
        }
    }

    /** Zero where what was cut off the server's time, and the way of the answer, may be all the difference. */
    private static long seconds(Instant ours, Instant theirs) {
        long millis = Duration.between(ours, theirs).toMillis();
        return millis > 0 ? (millis + 999) / 1000 : Math.min(0, (millis + 1999) / 1000);
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException strange) {
            return null;
        }
    }
}
