package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matomo's Tracking API, {@code matomo.php}: one request, once; what to make of its answer is for the caller. Several
 * threads may send at the same time. Bodies are never gzipped, which Matomo does not read.
 */
public final class TrackingApi {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** Enough to know a page by, and for the 1000 characters of it that are kept. */
    private static final int PAGE_BYTES = 4096;

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
        MatomoException held = withToken ? held() : null;
        if (held != null) {
            return new HitAnswer(HitAnswer.Verdict.NOT_STORED, 0, "", held);
        }
        String form =
                BulkJson.withoutPicture(query) + (withToken ? "&token_auth=" + ApiCall.encode(settings.token()) : "");
        Posting posting = new Posting(transport, FORM, form.getBytes(StandardCharsets.US_ASCII), PAGE_BYTES);
        try {
            HitAnswer answer = HitAnswers.of(OnTime.run(settings.timeout(), posting), settings);
            learn(answer.failure(), withToken);
            return answer;
        } catch (IOException e) {
            return new HitAnswer(verdict(e, posting), 0, "", Unanswered.ofHit(e, settings));
        }
    }

    /** Sends several hits in one request, in order, once. Never throws for what goes wrong with them. */
    public BulkAnswer send(List<String> queries, boolean withToken) {
        MatomoException held = withToken ? held() : null;
        if (held != null) {
            return new BulkAnswer(HitAnswer.Verdict.NOT_STORED, 0, 0, 0, null, held);
        }
        byte[] body = BulkJson.write(queries, withToken ? settings.token() : null);
        Posting posting = new Posting(transport, JSON, body, ApiAnswer.HELD_BYTES);
        try {
            Posting.Reply reply = OnTime.run(settings.timeout(), posting);
            BulkAnswers answers = new BulkAnswers(settings, queries.size(), withToken);
            BulkAnswer answer = answers.of(reply);
            // Lockouts that are only guessed are not remembered: that would hold up reports for an hour as well.
            learn(answers.isGuess() ? null : answer.failure(), withToken);
            return answer;
        } catch (IOException e) {
            return new BulkAnswer(verdict(e, posting), 0, 0, 0, null, Unanswered.ofHit(e, settings));
        }
    }

    private @Nullable MatomoException held() {
        try {
            logins.check();
            return null;
        } catch (MatomoException lockedOutOrRefused) {
            return lockedOutOrRefused;
        }
    }

    /** A token that was not sent was not refused: then it is a password in front of Matomo that is missing. */
    private void learn(@Nullable MatomoException failure, boolean withToken) {
        if (failure != null && (withToken || failure.kind() != ErrorKind.TOKEN_REFUSED)) {
            logins.learn(failure.kind());
        }
    }

    /** Who redirects has stored nothing; a request that never left has not arrived. */
    private static HitAnswer.Verdict verdict(IOException failure, Posting posting) {
        return posting.giveUp() && !(failure instanceof RedirectException)
                ? HitAnswer.Verdict.UNKNOWN
                : HitAnswer.Verdict.NOT_STORED;
    }
}
