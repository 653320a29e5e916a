package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer that was found, before a version's shape is given to it.
 *
 * @param origin {@code recorded NAME} or {@code derived from NAMES}
 */
record Found(JsonNode body, String origin) {

    static Found recorded(JsonNode body, Recording source) {
        return new Found(body, "recorded " + source.name());
    }

    static Found derived(JsonNode body, String sources) {
        return new Found(body, "derived from " + sources);
    }
}
