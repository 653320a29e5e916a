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

    private static final String WITH_ROWS =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + ROWS.length() + "\r\n\r\n" + ROWS;
    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

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
                for (int i = 0; i < length; i++) {
                    in.read();
                }
                socket.getOutputStream().write((hit ? NO_CONTENT : WITH_ROWS).getBytes(StandardCharsets.UTF_8));
                hit = false;
                length = 0;
            }
        }
    }
}
