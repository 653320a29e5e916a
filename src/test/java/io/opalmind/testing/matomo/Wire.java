package io.opalmind.testing.matomo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** Puts answers on the wire as the recorded nginx does: in chunks, and gzipped where the client accepts it. */
final class Wire {
    private static final int CHUNK = 16 * 1024;

    private Wire() {}

    static MockResponse.Builder respond(Answer answer, boolean gzip) {
        if (answer.status() == 204) {
            return head(answer, false).removeHeader("Content-Length");
        }
        return head(answer, gzip).setHeader("Transfer-Encoding", "chunked").body(new Chunked(answer.content(), gzip));
    }

    /** Status and headers alone. */
    static MockResponse.Builder head(Answer answer, boolean gzip) {
        MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
        answer.headers().forEach(response::setHeader);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        return response.setHeader("Vary", "Accept-Encoding");
    }

    /** The body as it goes over the wire, for those who want to break it there. */
    static byte[] body(Answer answer, boolean gzip) {
        Content zipped = out -> {
            GZIPOutputStream zip = new GZIPOutputStream(out);
            answer.content().writeTo(zip);
            zip.finish();
        };
        return gzip ? zipped.bytes() : answer.content().bytes();
    }

    private record Chunked(Content content, boolean gzip) implements MockResponseBody {
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            OutputStream chunks = new BufferedOutputStream(new ChunkSink(sink), CHUNK);
            OutputStream body = gzip ? new GZIPOutputStream(chunks, CHUNK) : chunks;
            content.writeTo(body);
            body.close();
        }
    }

    /** Writes each piece as a chunk. The server itself writes the empty line after the last one. */
    private static final class ChunkSink extends OutputStream {
        private final BufferedSink sink;
        private boolean open = true;

        ChunkSink(BufferedSink sink) {
            this.sink = sink;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                sink.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                sink.write(bytes, from, length);
                sink.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sink.emitCompleteSegments();
            }
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                sink.write("0\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
