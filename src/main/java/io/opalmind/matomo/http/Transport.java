package io.opalmind.matomo.http;

import java.io.IOException;

/** Sends one request to Matomo, once. Retries, limits and the reading of errors are laid around it. */
@FunctionalInterface
public interface Transport {
    /**
     * Posts a body.
     *
     * @param pathAndQuery below Matomo's root, such as {@code index.php?module=API&method=…&format=JSON}
     * @param contentType of the body
     * @param progress told when a connection is being made, and when it stands
     * @return the answer, whatever its status; the caller closes it
     * @throws IOException where there was no answer: not reached, cut off, too slow
     */
    HttpAnswer post(String pathAndQuery, String contentType, byte[] body, Progress progress) throws IOException;

    /** The same for requests that may be sent twice, so that nobody needs to know how far they came. */
    default HttpAnswer post(String pathAndQuery, String contentType, byte[] body) throws IOException {
        return post(pathAndQuery, contentType, body, new Progress());
    }
}
