package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One recorded exchange of the Reporting API.
 *
 * @param name its file's name without endings
 * @param asker whose token was sent
 * @param params all parameters, {@code method} among them
 * @param status the HTTP status
 * @param body the answer; never change it, it is shared
 */
record Recording(String name, Asker asker, Map<String, String> params, int status, JsonNode body) {

    RequestKey key() {
        return RequestKey.of(params);
    }

    /** How the rows were cut and sorted when this was recorded. */
    Map<String, String> cut() {
        return RowFilter.asked(params);
    }

    boolean isError() {
        return body.path("result").asText().equals("error");
    }
}
