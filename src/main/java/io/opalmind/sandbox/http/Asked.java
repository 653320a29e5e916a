package io.opalmind.sandbox.http;

/**
 * A request as it came over the wire.
 *
 * @param method such as {@code POST}
 * @param path with its leading slash
 * @param query what stood behind the question mark, as it was sent; empty where there was none
 * @param body as UTF-8; empty where there was none
 * @param ip textual address of the other side
 * @param userAgent empty where the header was missing
 * @param language of {@code Accept-Language}, empty where the header was missing
 */
record Asked(String method, String path, String query, String body, String ip, String userAgent, String language) {
    boolean isPost() {
        return method.equals("POST");
    }
}
