package io.opalmind.testing.matomo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Matomo's front door: is it the API that is called, and whose token is it? */
final class Gate {
    private static final String SIGN_IN =
            RecordingFiles.text("matomo-dataset/exchanges/post.all-in-body.bad-token.body.txt");
    private static final String NOT_FOUND = RecordingFiles.text("matomo-5.0.2/track.index-php-http-404.body.txt");

    private final ReportingApi api;
    private final Logins logins;
    private final TrackingServer tracking;
    private volatile int bigRows = -1;

    Gate(ReportingApi api, Logins logins, TrackingServer tracking) {
        this.tracking = tracking;
        this.api = api;
        this.logins = logins;
    }

    /** From now on page reports have this many rows; a negative number ends it. */
    void answerBigPageReports(int rows) {
        bigRows = rows;
    }

    Answer answer(MatomoRequest asked) {
        if (asked.isTracking()) {
            return tracking.answer(asked);
        }
        if (!asked.path().endsWith("/index.php") && !asked.path().endsWith("/")) {
            return Answer.html(404, NOT_FOUND);
        }
        if (!asked.http().equals("GET") && !asked.http().equals("POST")) {
            return Answer.html(405, "<html><head><title>405 Not Allowed</title></head></html>");
        }
        if (!"API".equals(asked.param("module"))) {
            return Answer.html(200, Faults.SIGN_IN_PAGE);
        }
        if (!"json".equalsIgnoreCase(asked.param("format"))) {
            // Matomo's default is XML, which no client of this project asks for.
            return Answer.of(
                    200, "text/xml; charset=utf-8", "<result><error message=\"format=JSON is missing\" /></result>");
        }
        return authenticated(asked);
    }

    private Answer authenticated(MatomoRequest asked) {
        String token = asked.param("token_auth");
        if (isNone(token)) {
            return call(asked, Asker.NOBODY, "");
        }
        if (logins.areLockedOut()) {
            return Answer.of(500, "application/json", Json.write(Json.error(Messages.LOCKED_OUT)));
        }
        Asker asker = asker(token, asked.hasTokenInUrl());
        if (asker == null) {
            logins.reject();
            return refuse(asked);
        }
        return call(asked, asker, token);
    }

    static boolean isNone(@Nullable String token) {
        return token == null || token.isEmpty() || token.equals("anonymous");
    }

    static @Nullable Asker asker(@Nullable String token, boolean inUrl) {
        if (FakeMatomo.ADMIN_TOKEN.equals(token)) {
            return Asker.ADMIN;
        }
        if (FakeMatomo.VIEWER_TOKEN.equals(token)) {
            return Asker.VIEWER;
        }
        if (FakeMatomo.WRITER_TOKEN.equals(token)) {
            return Asker.WRITER;
        }
        return FakeMatomo.SECURE_TOKEN.equals(token) && !inUrl ? Asker.ADMIN : null;
    }

    /** With all parameters in the body Matomo does not yet know that the API is asked, and answers with a page. */
    private Answer refuse(MatomoRequest asked) {
        if (!asked.query().containsKey("module")) {
            return Answer.html(401, SIGN_IN);
        }
        String message = asked.hasTokenInUrl() ? Messages.BAD_TOKEN_IN_URL : Messages.BAD_TOKEN;
        return Answer.json(Reply.error(api.status(Refusal.Kind.TOKEN, Asker.NOBODY), message));
    }

    private Answer call(MatomoRequest asked, Asker asker, @Nullable String token) {
        Map<String, String> params = asked.params();
        if (bigRows >= 0 && asked.method().equals("Actions.getPageUrls")) {
            return Answer.of(200, "application/json; charset=utf-8", "").with(BigPageReport.of(bigRows, params));
        }
        Reply reply = api.call(params, asker);
        // Some recorded answers hold the token of the one who asked.
        String text = reply.text().replaceAll("token_auth=TOKEN(-admin)?", "token_auth=" + token);
        return Answer.json(new Reply(reply.status(), text, reply.origin()));
    }
}
