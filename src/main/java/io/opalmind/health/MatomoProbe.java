package io.opalmind.health;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.http.LoginMemory;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.matomo.http.TimedTransport;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code matomo-api} and all that only Matomo can tell, by one request. A token that Matomo has refused too often, or an
 * address that it has locked out, is remembered ({@link LoginMemory}); then nothing is sent, and the checks say so.
 */
public final class MatomoProbe implements Probe {
    static final String NAME = "matomo-api";

    private static final int OLDEST = 4;

    private final ReportingApi api;
    private final TimedTransport timer;
    private final Clock clock;
    private final Duration limit;
    private final List<MatomoCheck> others = new ArrayList<>();

    /** @param timer what the API goes over */
    public MatomoProbe(
            ReportingApi api,
            TimedTransport timer,
            LoginMemory logins,
            HealthQuestions questions,
            Duration limit,
            Clock clock) {
        this.api = api;
        this.timer = timer;
        this.clock = clock;
        this.limit = limit;
        others.add(new TokenCheck(questions.details()));
        if (questions.site() != null) {
            others.add(new SiteCheck(questions.site()));
        }
        if (questions.details()) {
            if (questions.site() != null) {
                others.add(new FreshnessCheck(questions.site(), clock));
            }
            others.add(new ClockCheck(timer));
            others.add(new PluginCheck());
            others.add(new LoginCheck(logins));
        }
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(NAME);
        for (MatomoCheck other : others) {
            names.add(other.name());
        }
        return names;
    }

    @Override
    public String componentType() {
        return "service";
    }

    @Override
    public Duration limit() {
        return limit;
    }

    @Override
    public List<Check> run() {
        MatomoAnswers answers = new MatomoAnswers(api);
        for (MatomoCheck other : others) {
            other.ask(answers);
        }
        answers.ask();
        List<Check> checks = new ArrayList<>();
        checks.add(itself(answers).at(clock.instant()));
        for (MatomoCheck other : others) {
            Finding finding = new Finding(other.name(), componentType());
            other.judge(answers, finding);
            checks.add(finding.at(clock.instant()));
        }
        return checks;
    }

    private Finding itself(MatomoAnswers answers) {
        Finding finding = new Finding(NAME, componentType());
        MatomoException failure = answers.failure();
        if (!timer.hasAsked()) {
            return finding.warn("Not asked. " + (failure == null ? "" : failure.getMessage()));
        }
        long millis = timer.millis();
        finding.observed(millis, "ms");
        if (failure == null || isAnswer(failure.kind())) {
            answered(answers.version(), millis, finding);
        } else if (failure.kind() == ErrorKind.RATE_LIMITED) {
            finding.warn(String.valueOf(failure.getMessage()));
        } else {
            finding.fail(String.valueOf(failure.getMessage()));
        }
        return finding;
    }

    /** Whom Matomo turns away, it has answered; what is wrong is said of the token. */
    private static boolean isAnswer(ErrorKind kind) {
        return kind == ErrorKind.TOKEN_REFUSED || kind == ErrorKind.ACCESS_DENIED || kind == ErrorKind.LOCKED_OUT;
    }

    private static void answered(@Nullable String version, long millis, Finding finding) {
        finding.measure(Measure.of(
                "matomo", "matomo_response_seconds", "Time until Matomo answered.", millis, Measure.Unit.MILLISECONDS));
        if (version == null) {
            finding.pass("API responded in " + millis + "ms; its version is not told to this token.");
            return;
        }
        finding.detail("version", version).pass("API responded in " + millis + "ms (Matomo " + version + ").");
        if (major(version) < OLDEST) {
            finding.warn("It is older than Matomo " + OLDEST + ", and some reports may not be there; update it.");
        }
    }

    /** Of {@code 5.0.2} the 5; what is no version counts as new. */
    private static int major(String version) {
        int end = version.indexOf('.');
        try {
            return Integer.parseInt(end < 0 ? version : version.substring(0, end));
        } catch (NumberFormatException strange) {
            return OLDEST;
        }
    }
}
