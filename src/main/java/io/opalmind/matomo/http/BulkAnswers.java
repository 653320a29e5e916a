package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import org.jspecify.annotations.Nullable;

/** What the answer to a bulk request says of its hits. */
final class BulkAnswers {
    private final HttpSettings settings;
    private final String what;
    private final boolean withToken;
    private boolean guessed;

    BulkAnswers(HttpSettings settings, int hits, boolean withToken) {
        this.settings = settings;
        this.what = hits == 1 ? "a bulk of one hit" : "a bulk of " + hits + " hits";
        this.withToken = withToken;
    }

    BulkAnswer of(Posting.Reply reply) {
        BulkJson.Account account = BulkJson.read(reply.head);
        if (Refusals.isLockout(Messages.text(reply.head))) {
            return without(HitAnswer.Verdict.NOT_STORED, reply, Refusals.lockedOut(settings));
        }
        if (isTurnedAway(reply.status())) {
            return without(HitAnswer.Verdict.NOT_STORED, reply, HitAnswers.ofStatus(reply, what, settings));
        }
        if (account != null && account.isError()) {
            return failed(reply, account);
        }
        if (!reply.isOk()) {
            return ofStatus(reply);
        }
        return account != null && account.isSuccess() ? stored(reply, account) : unreadable(reply);
    }

    /** Whether the lockout that was found is no more than likely. */
    boolean isGuess() {
        return guessed;
    }

    /** Whose fault it is then is not the hits', whatever the body says. */
    private static boolean isTurnedAway(int status) {
        return status == 401 || status == 403 || status == 429 || status == 503;
    }

    private static BulkAnswer stored(Posting.Reply reply, BulkJson.Account account) {
        return new BulkAnswer(
                HitAnswer.Verdict.STORED,
                reply.status(),
                number(account.tracked),
                number(account.invalid),
                account.indices,
                null);
    }

    /**
     * Matomo rolls a bulk back as soon as one hit fails. Locked out, it says the same; but then it says nothing of invalid
     * indices, which a token of write access is always told of. The hits are not to blame for that.
     */
    private BulkAnswer failed(Posting.Reply reply, BulkJson.Account account) {
        boolean silent = account.indices == null && number(account.tracked) == 0 && number(account.invalid) == 0;
        if (withToken && silent) {
            guessed = true;
            return without(
                    HitAnswer.Verdict.NOT_STORED,
                    reply,
                    new MatomoException(
                            ErrorKind.LOCKED_OUT,
                            "Matomo at " + settings.where() + " failed at " + what + " (HTTP " + reply.status()
                                    + ") without a word on the token, and stored none of it: so it answers while this"
                                    + " address is locked out after too many refused tokens. It lets go an hour after"
                                    + " the last one."));
        }
        return new BulkAnswer(
                HitAnswer.Verdict.REFUSED,
                reply.status(),
                number(account.tracked),
                number(account.invalid),
                account.indices,
                new MatomoException(
                        ErrorKind.REQUEST_REFUSED,
                        "Matomo at " + settings.where() + " failed at " + what + " (HTTP " + reply.status()
                                + ") and stored none of it: one of them does it harm. The server's log says why."));
    }

    private BulkAnswer ofStatus(Posting.Reply reply) {
        return reply.status() == 400
                ? without(HitAnswer.Verdict.REFUSED, reply, HitAnswers.refused(what, settings))
                : without(HitAnswers.ofStatus(reply), reply, HitAnswers.ofStatus(reply, what, settings));
    }

    /** A good status and no account: the hits may be in. */
    private BulkAnswer unreadable(Posting.Reply reply) {
        String got = reply.cut ? "an answer that was cut short" : Messages.describe(reply.head, settings);
        return without(
                HitAnswer.Verdict.UNKNOWN, reply, Failures.badAnswer(settings, what + " was answered with " + got));
    }

    private static BulkAnswer without(HitAnswer.Verdict verdict, Posting.Reply reply, MatomoException failure) {
        return new BulkAnswer(verdict, reply.status(), 0, 0, null, failure);
    }

    private static int number(@Nullable Integer given) {
        return given == null ? 0 : given;
    }
}
