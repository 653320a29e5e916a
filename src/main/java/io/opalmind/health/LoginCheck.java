package io.opalmind.health;

import io.opalmind.matomo.http.LoginMemory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code login-lockout}: what this host remembers of refused tokens, this check's own among them. */
final class LoginCheck implements MatomoCheck {
    private final LoginMemory logins;

    LoginCheck(LoginMemory logins) {
        this.logins = logins;
    }

    @Override
    public String name() {
        return "login-lockout";
    }

    @Override
    public void ask(MatomoAnswers answers) {}

    @Override
    public void judge(MatomoAnswers answers, Finding finding) {
        LoginMemory.State state = logins.state();
        int refusals = state.refusals();
        finding.observed(refusals, "refusals").detail("refusals", refusals);
        Instant until = state.lockedOutUntil();
        if (until != null) {
            String end = until.truncatedTo(ChronoUnit.SECONDS).toString();
            finding.detail("lockedOutUntil", end)
                    .fail("Matomo locked this address out; nothing is sent before " + end + ".");
        } else if (state.isOver()) {
            finding.fail("Matomo refused this token " + refusals + " times within the hour; it is not sent again.");
        } else if (refusals > 0) {
            finding.warn("Matomo refused this token " + refusals + " times within the hour; after "
                    + LoginMemory.MOST_REFUSALS + " it is not sent again.");
        } else {
            finding.pass("No refusal within the hour.");
        }
    }
}
