package io.opalmind.health;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** {@code data-freshness}: how long ago the site's last visitor did something. */
final class FreshnessCheck implements MatomoCheck {
    private static final Duration LATE = Duration.ofHours(24);

    private final long site;
    private final Clock clock;
    private int number;

    FreshnessCheck(long site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "data-freshness";
    }

    /** Without period and date, Matomo looks back until it has found one. */
    @Override
    public void ask(MatomoAnswers answers) {
        number = answers.add(new ApiCall("Live.getLastVisitsDetails")
                .with("idSite", site)
                .with("filter_limit", 1)
                .with("doNotFetchActions", 1));
    }

    @Override
    public void judge(MatomoAnswers answers, Finding finding) {
        finding.detail("site", site);
        if (answers.failure() != null) {
            finding.warn("Not checked, as Matomo gave no answer.");
            return;
        }
        try {
            judge(answers.get(number), finding);
        } catch (MatomoException e) {
            if (e.kind() == ErrorKind.PLUGIN_MISSING) {
                finding.pass("Not told, as this Matomo shows no visits log.");
            } else {
                finding.warn(String.valueOf(e.getMessage()));
            }
        }
    }

    private void judge(Value answer, Finding finding) {
        long last = answer instanceof Value.Items items && !items.values().isEmpty()
                ? seconds(items.values().get(0))
                : 0;
        if (last <= 0) {
            finding.warn("Site " + site + " has no visit. Check that its pages track.");
            return;
        }
        long age = Math.max(0, clock.instant().getEpochSecond() - last);
        finding.observed(age, "s")
                .detail("lastActionAt", Instant.ofEpochSecond(last).toString())
                .measure(Measure.of(
                        "data_age",
                        "data_age_seconds",
                        "Time since a visitor of the site last did something.",
                        age,
                        Measure.Unit.SECONDS));
        if (age > LATE.toSeconds()) {
            finding.warn("Site " + site + " has had no visitor for " + age / 3600 + " hours. Check that its pages"
                    + " track.");
        } else {
            finding.pass("Site " + site + " had its last visitor " + ago(age) + " ago.");
        }
    }

    private static String ago(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
    }

    private static long seconds(Value visit) {
        Value last = visit instanceof Row row ? row.get("lastActionTimestamp") : null;
        String digits =
                last instanceof Value.Num num ? num.digits() : last instanceof Value.Text text ? text.text() : "";
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException untold) {
            return 0;
        }
    }
}
