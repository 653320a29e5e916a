package io.opalmind.matomo.http;

import io.opalmind.matomo.MatomoException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matomo's Tracking API, {@code matomo.php}: one request, once; what to make of its answer is for the caller. */
public final class TrackingApi {
    private final Transport transport;
    private final HttpSettings settings;
    private final LoginMemory logins;

    public TrackingApi(Transport transport, HttpSettings settings, LoginMemory logins) {
        this.transport = transport;
        this.settings = settings;
        this.logins = logins;
    }

    /**
     * Sends one hit, once. Never throws for what goes wrong with it.
     *
     * @param query the hit, a query string without {@code ?} and without token
     * @param withToken whether the hit needs the token. Matomo counts a refused one as a failed login, so a token is sent
     *     only where it is needed and known to be good for it
     */
    public HitAnswer send(String query, boolean withToken) {
        return new HitAnswer(HitAnswer.Verdict.NOT_STORED, 0, query, post(withToken));
    }

    /** Sends several hits in one request, in order, once. */
    public BulkAnswer send(List<String> queries, boolean withToken) {
        return new BulkAnswer(HitAnswer.Verdict.NOT_STORED, queries.size(), 0, 0, null, post(withToken));
    }

    private @Nullable MatomoException post(boolean withToken) {
        try {
            if (withToken) {
                logins.check();
            }
            transport
                    .post("matomo.php", "application/x-www-form-urlencoded", new byte[0])
                    .close();
            return null;
        } catch (IOException e) {
            return Unanswered.of(e, settings);
        }
    }
}
