package io.opalmind.sandbox.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** From the JDK's exchange to a request, and from the reply back. */
final class Handler implements HttpHandler {
    /** A bulk of some 20,000 hits. */
    private static final int MOST_BYTES = 8 << 20;

    private static final int NO_BODY = -1;

    private final Wire wire;

    Handler(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        if (!HostHeader.isLoopback(header(exchange, "Host"))) {
            return Reply.html(403, Messages.OTHER_HOST);
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("POST") && !method.equals("HEAD")) {
            return Reply.html(405, Messages.OTHER_METHOD);
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            // A client that still sends would not see the answer.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            return Reply.html(413, Messages.tooLarge((MOST_BYTES >> 20) + " MB"));
        }
        return answer(asked(exchange, method, new String(body, StandardCharsets.UTF_8)));
    }

    /** A fault of ours is said, and shows nothing of the inside. */
    private Reply answer(Asked asked) {
        try {
            return wire.answer(asked);
        } catch (RuntimeException | StackOverflowError fault) {
            return Reply.html(500, Messages.FAILED);
        }
    }

    private static Asked asked(HttpExchange exchange, String method, String body) {
        String query = exchange.getRequestURI().getRawQuery();
        return new Asked(
                method,
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                header(exchange, "User-Agent"),
                header(exchange, "Accept-Language"));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Cache-Control", "no-store");
        byte[] body = reply.bytes();
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), empty ? NO_BODY : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
