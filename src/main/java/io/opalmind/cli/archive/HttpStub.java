package io.opalmind.cli.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every question with rows and every hit with 204, as Matomo would; just enough HTTP for one client on loopback. */
final class HttpStub extends LoopbackStub {
    private static final String ROWS =
            "[{\"label\":\"/a\",\"nb_visits\":\"7\",\"nb_hits\":8,\"bounce_rate\":\"3%\",\"revenue\":1.5,"
                    + "\"goals\":{\"idgoal=1\":{\"revenue\":2.25}},\"idgoal\":1,\"name\":\"a\",\"url\":\"http://a/\"}]";

    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final String QUESTION = "urls%5B";

    private HttpStub() throws IOException {}

    static HttpStub open() throws IOException {
        return new HttpStub().started(HttpStub.class);
    }

    @Override
    void talk(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        int length = 0;
        boolean hit = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            hit |= line.startsWith("POST /matomo.php");
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).trim());
            }
            if (line.isEmpty()) {
                String body = body(in, length);
                socket.getOutputStream()
                        .write((hit ? NO_CONTENT : with(answer(body))).getBytes(StandardCharsets.UTF_8));
                hit = false;
                length = 0;
            }
        }
    }

    private static String with(String rows) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + rows.length() + "\r\n\r\n"
                + rows;
    }

    private static String body(BufferedReader in, int length) throws IOException {
        StringBuilder body = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            body.append((char) in.read());
        }
        return body.toString();
    }

    /** Rows; to a bulk request a version, and rows for each question that follows. */
    private static String answer(String body) {
        int at = body.indexOf(QUESTION);
        if (at < 0) {
            return ROWS;
        }
        StringBuilder answer = new StringBuilder("[{\"value\":\"5.0.2\",\"nb_visits\":7}");
        for (at = body.indexOf(QUESTION, at + 1); at >= 0; at = body.indexOf(QUESTION, at + 1)) {
            answer.append(',').append(ROWS);
        }
        return answer.append(']').toString();
    }
}
