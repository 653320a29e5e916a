package io.opalmind.matomo.track;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import io.opalmind.store.KeptHit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks a hit up in the visits log, by {@code Live.getLastVisitsDetails}: it shows hits at once, before any archiving.
 *
 * <p>Explicit dates, as {@code lastN} begins at the present time of day; a day more on either side, as days are those of
 * the site's time zone.
 */
public final class LiveVerifier implements HitVerifier {
    /** Clocks differ, and so do the moments of sending and storing. */
    private static final long SLACK_SECONDS = 300;
    /** A site with more visits than that within minutes cannot be searched so. */
    private static final int MOST_VISITS = 500;

    private final Supplier<ReportingApi> api;
    private final Consumer<String> log;

    /** @param log told why the log could not be asked */
    public LiveVerifier(Supplier<ReportingApi> api, Consumer<String> log) {
        this.api = api;
        this.log = log;
    }

    @Override
    public Finding find(KeptHit kept) {
        Hit hit = Hit.ofQuery(kept.query());
        LoggedAction wanted = LoggedAction.of(hit, kept);
        if (!wanted.isRecognisable()) {
            return Finding.UNDECIDED;
        }
        try {
            return api.get().readAtOnce(call(hit, wanted)) instanceof Value.Items visits
                    ? search(visits, wanted)
                    : Finding.UNDECIDED;
        } catch (MatomoException e) {
            if (isAway(e.kind())) {
                throw e;
            }
            log.accept("The visits log could not be asked: " + e.getMessage());
            return Finding.UNDECIDED;
        }
    }

    /** Whether a later question may be answered; else the token or the server will never tell. */
    private static boolean isAway(ErrorKind kind) {
        return switch (kind) {
            case UNREACHABLE, TIMEOUT, SERVER_ERROR, BAD_ANSWER, RATE_LIMITED, LOCKED_OUT -> true;
            case TOKEN_REFUSED, ACCESS_DENIED, REQUEST_REFUSED, PLUGIN_MISSING, TOO_LARGE -> false;
        };
    }

    private static Finding search(Value.Items visits, LoggedAction wanted) {
        boolean perhaps = false;
        for (Value visit : visits.values()) {
            if (visit instanceof Row row && row.get("actionDetails") instanceof Value.Items actions) {
                for (Value action : actions.values()) {
                    LoggedAction.Match match =
                            action instanceof Row logged ? wanted.match(logged) : LoggedAction.Match.NO;
                    if (match == LoggedAction.Match.YES) {
                        return Finding.STORED;
                    }
                    perhaps |= match == LoggedAction.Match.PERHAPS;
                }
            }
        }
        return !perhaps && wanted.isAlwaysLogged() && visits.values().size() < MOST_VISITS
                ? Finding.ABSENT
                : Finding.UNDECIDED;
    }

    private static ApiCall call(Hit hit, LoggedAction wanted) {
        LocalDate day = wanted.happenedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return new ApiCall("Live.getLastVisitsDetails")
                .with("idSite", hit.get("idsite"))
                .with("period", "range")
                .with("date", day.minusDays(1) + "," + day.plusDays(1))
                .with("segment", segment(hit))
                .with("minTimestamp", wanted.happenedAt().getEpochSecond() - SLACK_SECONDS)
                .with("filter_limit", MOST_VISITS)
                .with("doNotFetchActions", "0");
    }

    /** The visitor where the hit names one. Matomo gives a user with an id another visitor id than the one sent. */
    private static @Nullable String segment(Hit hit) {
        String user = hit.get("uid");
        if (user != null && !user.isEmpty()) {
            return "userId==" + URLEncoder.encode(user, StandardCharsets.UTF_8);
        }
        String visitor = hit.has("cid") ? hit.get("cid") : hit.get("_id");
        return visitor == null || visitor.isEmpty() ? null : "visitorId==" + visitor;
    }
}
