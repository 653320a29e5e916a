package io.opalmind.matomo.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** One POST to the Tracking API, and as much of its answer as is needed. */
final class Posting implements Callable<Posting.Reply> {
    private static final String PATH = "matomo.php";

    private final Transport transport;
    private final String contentType;
    private final byte[] body;
    private final int needed;
    private final Progress progress = new Progress();

    /** @param needed of the answer's body, in bytes; the rest is left */
    Posting(Transport transport, String contentType, byte[] body, int needed) {
        this.transport = transport;
        this.contentType = contentType;
        this.body = body;
        this.needed = needed;
    }

    /** An answer whose status is known; of its body so much as came. */
    static final class Reply {
        final HttpAnswer http;
        final byte[] head;
        final boolean cut;

        private Reply(HttpAnswer http, byte[] head, boolean cut) {
            this.http = http;
            this.head = head;
            this.cut = cut;
        }

        int status() {
            return http.status();
        }

        boolean isOk() {
            return status() >= 200 && status() < 300;
        }
    }

    @Override
    public Reply call() throws IOException {
        try (HttpAnswer answer = transport.post(PATH, contentType, body, progress)) {
            return reply(answer);
        }
    }

    /** A status says what it says even where the body behind it is cut. */
    private Reply reply(HttpAnswer answer) {
        InputStream in = answer.body();
        byte[] head = new byte[Math.min(needed, 4096)];
        int length = 0;
        try {
            while (length < needed) {
                if (length == head.length) {
                    head = Arrays.copyOf(head, Math.min(needed, length * 2));
                }
                int count = in.read(head, length, head.length - length);
                if (count < 0) {
                    return new Reply(answer, Arrays.copyOf(head, length), false);
                }
                length += count;
            }
            return new Reply(answer, head, true);
        } catch (IOException broken) {
            return new Reply(answer, Arrays.copyOf(head, length), true);
        }
    }

    /** Ends it, and tells whether the server may have read it. */
    boolean giveUp() {
        return progress.giveUp();
    }
}
