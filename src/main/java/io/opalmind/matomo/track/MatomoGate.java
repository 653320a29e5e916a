package io.opalmind.matomo.track;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.SiteLookups;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Asks Matomo what it would not say when it refuses a hit. A token that may not is never sent with one: Matomo would
 * count it as a failed login, and 20 of them lock this address out.
 */
public final class MatomoGate implements HitGate {
    private final SiteLookups lookups;
    private final Clock clock;

    public MatomoGate(SiteLookups lookups, Clock clock) {
        this.lookups = lookups;
        this.clock = clock;
    }

    @Override
    public @Nullable HitFault check(Hit hit) {
        long site = Long.parseLong(String.valueOf(hit.get("idsite")));
        String wants = HitChecks.needsToken(hit, clock.instant());
        if (wants != null && !lookups.mayWrite(site)) {
            return new HitFault(
                    wants,
                    hit.get(wants),
                    (wants.equals("cdt") ? "a time more than 24 hours ago" : "it")
                            + " needs a token with write access to site " + site + ", which this one lacks");
        }
        String goal = hit.get("idgoal");
        return goal == null || goal.equals("0") ? null : goalFault(site, goal);
    }

    private @Nullable HitFault goalFault(long site, String goal) {
        try {
            return lookups.hasGoal(site, goal)
                    ? null
                    : new HitFault(
                            "idgoal", goal, "site " + site + " has no such goal (" + lookups.goalNames(site) + ")");
        } catch (MatomoException e) {
            if (e.kind() == ErrorKind.ACCESS_DENIED) {
                return null; // A token that may track but not see the goals: Matomo itself has the last word.
            }
            throw e;
        }
    }

    @Override
    public boolean mayWrite(long site) {
        return lookups.mayWrite(site);
    }

    @Override
    public boolean needsToken(Hit hit) {
        return HitChecks.needsToken(hit, clock.instant()) != null;
    }
}
