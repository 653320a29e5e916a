package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import java.util.List;
import java.util.Locale;

/** What the answer to a single hit says of it. */
final class HitAnswers {
    private static final int KEPT = 1000;
    private static final String HIT = "a hit";

    private HitAnswers() {}

    static HitAnswer of(Posting.Reply reply, HttpSettings settings) {
        HitAnswer.Verdict verdict = verdict(reply);
        MatomoException failure = verdict == HitAnswer.Verdict.STORED ? null : failure(reply, verdict, settings);
        return new HitAnswer(verdict, reply.status(), body(reply, settings), failure);
    }

    private static HitAnswer.Verdict verdict(Posting.Reply reply) {
        if (reply.isOk()) {
            return ofGood(reply);
        }
        return reply.status() == 400 && !isForTls(reply) ? HitAnswer.Verdict.REFUSED : ofStatus(reply);
    }

    /** A page to sign in, or another system's error: what stands before Matomo has answered, and Matomo has not. */
    private static HitAnswer.Verdict ofGood(Posting.Reply reply) {
        if (isPicture(reply) || reply.status() == 204) {
            return HitAnswer.Verdict.STORED;
        }
        if (Messages.firstVisible(reply.head) == reply.head.length) {
            return reply.cut ? HitAnswer.Verdict.UNKNOWN : HitAnswer.Verdict.STORED;
        }
        return Messages.isPage(reply.head) || ErrorObject.message(reply.head) != null
                ? HitAnswer.Verdict.NOT_STORED
                : HitAnswer.Verdict.UNKNOWN;
    }

    /**
     * What a status says where nothing better is known. Who answers 503, 429, 404 or a redirect has not taken the request
     * in hand. A gateway's 502 and 504 come while Matomo may still be at work, or after it. With 500 it matters whose
     * words they are: Matomo's own, where it caught its failure and what it had begun for the request is rolled back;
     * the web server's, where PHP died, before the hit was stored or after.
     */
    static HitAnswer.Verdict ofStatus(Posting.Reply reply) {
        int status = reply.status();
        if (status == 408 || (status > 500 && status != 503)) {
            return HitAnswer.Verdict.UNKNOWN;
        }
        return status != 500 || isMatomos(reply.head) ? HitAnswer.Verdict.NOT_STORED : HitAnswer.Verdict.UNKNOWN;
    }

    private static boolean isMatomos(byte[] head) {
        String text = Messages.text(head);
        return text.contains("This resource is part of Matomo")
                || Refusals.isLockout(text)
                || ErrorObject.message(head) != null;
    }

    private static MatomoException failure(Posting.Reply reply, HitAnswer.Verdict verdict, HttpSettings settings) {
        if (verdict == HitAnswer.Verdict.REFUSED) {
            return refused(HIT, settings);
        }
        String message = ErrorObject.message(reply.head);
        if (!reply.isOk() || (message != null && Refusals.isLockout(message))) {
            return ofStatus(reply, HIT, settings);
        }
        return Failures.badAnswer(settings, HIT + " was answered with " + Messages.describe(reply.head, settings));
    }

    /** What a status other than 2xx stands for. */
    static MatomoException ofStatus(Posting.Reply reply, String what, HttpSettings settings) {
        if (isForTls(reply)) {
            return Failures.badAnswer(settings, "the port speaks TLS, and MATOMO_BASE_URL says http");
        }
        if (reply.status() == 408) {
            return new MatomoException(
                    ErrorKind.TIMEOUT,
                    "Matomo at " + settings.where() + " answered " + what
                            + " with HTTP 408: it waited for the request in"
                            + " vain. Check the network, and what stands before Matomo.");
        }
        return Statuses.of(reply.http, reply.head, ErrorObject.message(reply.head), what, settings);
    }

    /** Matomo's 400 for one hit or for all of a request. */
    static MatomoException refused(String what, HttpSettings settings) {
        return new MatomoException(
                ErrorKind.REQUEST_REFUSED,
                "Matomo at " + settings.where() + " refused " + what
                        + " (HTTP 400) without a reason; that stands in the"
                        + " server's log only. It can be an unknown site or goal, no site, an order id that is there"
                        + " already, or a time older than 24 h or an IP address without a token of write access.");
    }

    /** A web server's word about http at its port for https, which has nothing to do with the hit. */
    private static boolean isForTls(Posting.Reply reply) {
        if (reply.status() != 400) {
            return false;
        }
        String text = Messages.text(reply.head);
        return text.contains("plain HTTP request was sent to HTTPS port")
                || text.contains("speaking plain HTTP to an SSL-enabled server port");
    }

    private static boolean isPicture(Posting.Reply reply) {
        String type = reply.http.header().apply("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    private static String body(Posting.Reply reply, HttpSettings settings) {
        if (reply.head.length == 0 || isPicture(reply)) {
            return "";
        }
        String text = new Redactor(List.of(settings.token())).clean(Messages.text(reply.head));
        return text.length() <= KEPT ? text : text.substring(0, KEPT);
    }
}
