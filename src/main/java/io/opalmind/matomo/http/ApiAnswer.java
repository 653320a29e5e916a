package io.opalmind.matomo.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * A good answer of the Reporting API. A short one is already here, whole; of a long one the rest is still on the wire,
 * so that a report of any size can be read in flat memory.
 */
public final class ApiAnswer implements AutoCloseable {
    /** Answers up to this size are read whole before they count as answered, so that a cut one is asked for again. */
    static final int HELD_BYTES = 1 << 20;

    private final HttpAnswer answer;
    private final byte[] head;
    private final boolean whole;
    private final HttpSettings settings;

    private ApiAnswer(HttpAnswer answer, byte[] head, boolean whole, HttpSettings settings) {
        this.answer = answer;
        this.settings = settings;
        this.head = head;
        this.whole = whole;
    }

    static ApiAnswer hold(HttpAnswer answer, HttpSettings settings) throws IOException {
        byte[] head = answer.body().readNBytes(HELD_BYTES);
        boolean whole = head.length < HELD_BYTES;
        if (whole) {
            answer.close();
        }
        return new ApiAnswer(answer, head, whole, settings);
    }

    int status() {
        return answer.status();
    }

    HttpAnswer http() {
        return answer;
    }

    /** The first bytes, at most {@link #HELD_BYTES}. */
    byte[] head() {
        return head;
    }

    /** The answer as JSON, from its first token on, which is the parser's current one. */
    public JsonParser json() throws IOException {
        JsonParser json = whole
                ? ReportingApi.JSON.createParser(head)
                : ReportingApi.JSON.createParser(new SequenceInputStream(new ByteArrayInputStream(head), rest()));
        json.nextToken();
        return json;
    }

    /** The rest of the body, whose failures are the server's and not those of whoever writes the rows out. */
    private InputStream rest() {
        return new FilterInputStream(answer.body()) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                try {
                    return in.read(buffer, offset, length);
                } catch (IOException e) {
                    throw Unanswered.of(e, settings);
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }
}
