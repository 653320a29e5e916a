package io.opalmind.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An answer as it goes over the wire.
 *
 * @param body text, or in base 64 what is none
 */
record Reply(int status, String type, String body) {
    private static final String HTML = "text/html; charset=UTF-8";
    private static final String GIF = "image/gif";
    private static final String PIXEL = "R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";

    static Reply html(int status, String body) {
        return new Reply(status, HTML, body);
    }

    /** One transparent pixel. */
    static Reply pixel() {
        return new Reply(200, GIF, PIXEL);
    }

    byte[] bytes() {
        return type.equals(GIF) ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}
