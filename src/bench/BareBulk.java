import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The least that can be done with hits: prepared bulk bodies, a line each, over kept-alive sockets. Reads of an answer no
 * more than its status and length. Usage: BareBulk URL BODIES CONNECTIONS
 */
public final class BareBulk {
    public static void main(String[] args) throws Exception {
        URI url = URI.create(args[0]);
        try (BufferedReader bodies = Files.newBufferedReader(Path.of(args[1]))) {
            Thread[] threads = new Thread[Integer.parseInt(args[2])];
            for (int i = 0; i < threads.length; i++) {
                threads[i] = new Thread(() -> send(url, bodies));
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void send(URI url, BufferedReader bodies) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            for (String body = next(bodies); body != null; body = next(bodies)) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                String head = "POST " + url.getPath() + "matomo.php HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
                byte[] request = new byte[head.length() + bytes.length];
                System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
                System.arraycopy(bytes, 0, request, head.length(), bytes.length);
                out.write(request);
                readAnswer(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String next(BufferedReader bodies) throws IOException {
        synchronized (bodies) {
            return bodies.readLine();
        }
    }

    private static void readAnswer(DataInputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        in.skipNBytes(length);
        if (!status.contains(" 200 ")) {
            throw new IOException(status);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("cut short");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
