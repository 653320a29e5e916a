package io.opalmind.testing.matomo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** What can go wrong with an answer. Each is switched on with {@link FakeMatomo#failNext} and its siblings. */
public final class Faults {
    static final String SIGN_IN_PAGE =
            "<!DOCTYPE html>\n<html id=\"ng-app\">\n<head><title>Sign in - Matomo</title></head>\n"
                    + "<body id=\"loginPage\"><form id=\"login_form\" method=\"post\"><input name=\"form_login\"/>"
                    + "<input name=\"form_password\" type=\"password\"/></form></body>\n</html>\n";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Faults() {}

    /**
     * The connection is closed as soon as it stands: nothing of the request is read, nothing is stored. HttpURLConnection
     * makes a second one on its own where it could write nothing to the first, so that one such cut may go unnoticed.
     */
    public static Fault cutUnread() {
        return new Fault(
                "cut unread",
                exchange -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()),
                true);
    }

    /** Matomo does its work, and the connection ends without a byte of the answer. */
    public static Fault storeThenCut() {
        return worked(
                "store, then cut", () -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    }

    /** Matomo does its work, and the answer never comes. */
    public static Fault storeThenHang() {
        return worked(
                "store, then hang", () -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    }

    /** Matomo does its work, and a proxy that lost patience answers with a status of its own: 502, 503, 504. */
    public static Fault storeThenStatus(int code) {
        Answer page = Answer.of(code, "text/html", "<html><head><title>" + code + "</title></head></html>");
        return worked("store, then " + code, () -> Wire.respond(page, false));
    }

    private static Fault worked(String name, Supplier<MockResponse.Builder> response) {
        return new Fault(name, exchange -> {
            exchange.healthy().get();
            return response.get();
        });
    }

    /** Matomo takes the first hits of a bulk and says success, as it does where it cannot read the others. */
    public static Fault partialBulk(int taken) {
        return new Fault(
                "partial bulk",
                exchange -> Wire.respond(
                        exchange.otherwise().apply(exchange.asked().withFirstHits(taken)), exchange.gzip()));
    }

    /** A status with a page of the web server, as nginx and proxies write it: 500, 502, 503, 408… */
    public static Fault status(int code) {
        return status(
                code, "text/html", "<html>\r\n<head><title>" + code + "</title></head>\r\n<body>nginx</body></html>");
    }

    public static Fault status(int code, String type, String body) {
        return plain("status " + code, Answer.of(code, type, body));
    }

    /** 429 without any advice; {@link Fault#with} adds some. */
    public static Fault tooManyRequests() {
        return status(429, "application/json", Json.write(Json.error("Too many requests.")));
    }

    /** 429 with {@code Retry-After} in seconds. */
    public static Fault tooManyRequests(Duration retryAfter) {
        return tooManyRequests().with("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }

    /** 429 with {@code Retry-After} as an HTTP date. */
    public static Fault tooManyRequests(Instant retryAfter) {
        return tooManyRequests().with("Retry-After", HTTP_DATE.format(retryAfter));
    }

    /** 429 with {@code X-Matomo-Rate-Limit-Limit}, {@code -Remaining} and {@code -Reset}, the latter in seconds. */
    public static Fault rateLimit(int limit, int remaining, long reset) {
        return rateLimited(tooManyRequests(), limit, remaining, reset);
    }

    /** A good answer that carries the rate-limit headers. */
    public static Fault healthyWithRateLimit(int limit, int remaining, long reset) {
        return rateLimited(new Fault("rate-limit headers", Exchange::respond), limit, remaining, reset);
    }

    private static Fault rateLimited(Fault fault, int limit, int remaining, long reset) {
        return fault.with("X-Matomo-Rate-Limit-Limit", String.valueOf(limit))
                .with("X-Matomo-Rate-Limit-Remaining", String.valueOf(remaining))
                .with("X-Matomo-Rate-Limit-Reset", String.valueOf(reset));
    }

    /** The connection is accepted, the request read, and the connection closed without a byte. */
    public static Fault closeBeforeHeaders() {
        return new Fault(
                "close before headers",
                exchange -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    }

    /**
     * A true Content-Length, half of the body, and the end of the connection. HttpURLConnection takes that for the
     * whole body: whoever uses it has to count.
     */
    public static Fault cutBody() {
        return cut("cut body", 2, 0);
    }

    /** The whole body, but a Content-Length that promises more, and the end of the connection. */
    public static Fault contentLengthTooLarge() {
        return cut("Content-Length too large", 1, 1000);
    }

    private static Fault cut(String name, int divisor, int excess) {
        return new Fault(name, exchange -> {
            Answer healthy = exchange.healthy().get();
            byte[] body = Wire.body(healthy, exchange.gzip());
            return Wire.head(healthy, exchange.gzip())
                    .body(new Buffer().write(body, 0, body.length / divisor))
                    .setHeader("Content-Length", body.length + excess)
                    .onResponseEnd(new SocketEffect.CloseSocket());
        });
    }

    /** Half of the body in a chunk that is complete, and the end of the connection where the last chunk should be. */
    public static Fault chunkedWithoutLastChunk() {
        return new Fault("chunked without last chunk", exchange -> {
            Answer healthy = exchange.healthy().get();
            byte[] body = Wire.body(healthy, exchange.gzip());
            int half = body.length / 2;
            Buffer chunk = new Buffer();
            chunk.write((Integer.toHexString(half) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunk.write(body, 0, half);
            // The server writes the empty line that ends the chunk.
            return Wire.head(healthy, exchange.gzip())
                    .body(chunk)
                    .removeHeader("Content-Length")
                    .setHeader("Transfer-Encoding", "chunked")
                    .onResponseEnd(new SocketEffect.CloseSocket());
        });
    }

    /** A good answer, its first byte late. */
    public static Fault slowHeaders(Duration delay) {
        return new Fault(
                "slow headers", exchange -> exchange.respond().headersDelay(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Headers at once, then the body at a byte per delay. */
    public static Fault slowBody(Duration perByte) {
        return new Fault(
                "slow body", exchange -> exchange.respond().throttleBody(1, perByte.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The request is read and never answered; the connection stays open. */
    public static Fault neverAnswer() {
        return new Fault(
                "never answers", exchange -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    }

    /** What a proxy or an expired session shows instead of an answer: a page to sign in, with 200. */
    public static Fault signInPage() {
        return plain("sign-in page", Answer.html(200, SIGN_IN_PAGE));
    }

    /** 200 and nothing. */
    public static Fault emptyBody() {
        return plain("empty body", Answer.of(200, "application/json; charset=utf-8", ""));
    }

    /** 200, said to be JSON, and a complaint of PHP. */
    public static Fault noJson() {
        return plain(
                "no JSON",
                Answer.of(
                        200,
                        "application/json; charset=utf-8",
                        "WARNING: /var/www/core/DataTable.php(1): Allowed memory size of 134217728 bytes exhausted"));
    }

    /** A good answer whose body ends too early, the framing being right. */
    public static Fault truncatedJson() {
        return changedBody("truncated JSON", body -> body.substring(0, Math.max(1, body.length() / 2)));
    }

    /** A good answer behind a byte order mark. */
    public static Fault byteOrderMark() {
        return changedBody("byte order mark", body -> "\uFEFF" + body);
    }

    /** A good answer with its body changed at will, the framing being right: for mutations. */
    public static Fault changedBody(String name, UnaryOperator<String> change) {
        return new Fault(name, exchange -> {
            Answer healthy = exchange.healthy().get();
            return Wire.respond(healthy.with(Content.of(change.apply(healthy.text()))), exchange.gzip());
        });
    }

    /** To another path of the same host, such as {@code /moved/index.php}, which answers too. */
    public static Fault redirectToPath(int status, String path) {
        return redirect("redirect to " + path, status, asked -> path);
    }

    /** To the same path of another host. */
    public static Fault redirectToHost(int status, URI other) {
        return redirect(
                "redirect to another host",
                status,
                asked -> other.resolve(asked.path()).toString());
    }

    /** To where the request came from, without end when switched on for good. */
    public static Fault redirectToItself(int status) {
        return redirect("redirect loop", status, MatomoRequest::path);
    }

    private static Fault redirect(String name, int status, Function<MatomoRequest, String> target) {
        return new Fault(name, exchange -> {
            MatomoRequest asked = exchange.asked();
            String query = asked.rawQuery().isEmpty() ? "" : "?" + asked.rawQuery();
            Answer moved = Answer.html(status, "<html><head><title>Moved</title></head></html>");
            return Wire.respond(moved.with("Location", target.apply(asked) + query), false);
        });
    }

    private static Fault plain(String name, Answer answer) {
        return new Fault(name, exchange -> Wire.respond(answer, exchange.gzip()));
    }
}
