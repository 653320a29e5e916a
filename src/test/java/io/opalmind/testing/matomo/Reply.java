package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the API says to one call, alone or within a bulk request.
 *
 * @param status the HTTP status that a call of its own gets
 * @param text the body
 * @param origin how the answer came about: {@code recorded NAME}, {@code derived …}, {@code scripted} or {@code error}
 */
record Reply(int status, String text, String origin) {

    static Reply of(int status, JsonNode body, String origin) {
        return new Reply(status, Json.write(body), origin);
    }

    static Reply error(int status, String message) {
        return of(status, Json.error(message), "error");
    }
}
