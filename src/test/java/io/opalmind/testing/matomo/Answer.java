package io.opalmind.testing.matomo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer before anything goes wrong with it.
 *
 * @param headers those beside the ones that frame the body
 */
record Answer(int status, Map<String, String> headers, Content content) {
    /** Tells how the answer came about, for those who debug a test. */
    static final String ORIGIN = "X-Fake-Matomo";

    static Answer json(Reply reply) {
        Answer answer = of(reply.status(), "application/json; charset=utf-8", reply.text());
        // Header lines are ASCII, labels need not be.
        return answer.with(ORIGIN, reply.origin().replaceAll("[^ -~]", "?"));
    }

    static Answer html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page);
    }

    static Answer of(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), Content.of(body));
    }

    Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, content);
    }

    Answer with(Content other) {
        return new Answer(status, headers, other);
    }

    String text() {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }
}
