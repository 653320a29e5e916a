package io.opalmind.testing.redis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks Redis' protocol from a script, for the answers that a real one cannot be brought to give on
 * demand. It listens on 127.0.0.1 and keeps what it heard.
 */
public final class ScriptedRedis implements AutoCloseable {
    private static final String LOADING = "-LOADING Redis is loading the dataset in memory";

    /** Answers of any server to what a client says first, whatever ails it. */
    private static final Map<String, String> GREETINGS = Map.of(
            "HELLO",
            "%7\r\n+server\r\n+redis\r\n+version\r\n+7.0.15\r\n+proto\r\n:3\r\n+id\r\n:1\r\n+mode\r\n+standalone\r\n"
                    + "+role\r\n+master\r\n+modules\r\n*0",
            "AUTH",
            "+OK",
            "SELECT",
            "+OK",
            "CLIENT",
            "+OK");

    /** What is said to a command: a line of RESP without its end; null hangs up, "" says nothing. */
    public interface Script {
        @Nullable
        String answer(List<String> command);
    }

    private final ServerSocket listener;
    private final Script script;
    private final List<List<String>> heard = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private ScriptedRedis(Script script) {
        this.script = script;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    public static ScriptedRedis with(Script script) {
        return new ScriptedRedis(script);
    }

    /** The same answer to everything, the greeting too: {@code -LOADING …} as before Redis 6. */
    public static ScriptedRedis answering(String line) {
        return new ScriptedRedis(command -> line);
    }

    /** Greets like a healthy server, then gives that answer to every command. */
    public static ScriptedRedis greetingThen(String line) {
        return new ScriptedRedis(
                command -> GREETINGS.getOrDefault(command.get(0).toUpperCase(Locale.ROOT), line));
    }

    /** Like a Redis 7 that is reading its data at the start: the greeting works, PING and all that touches keys does not. */
    public static ScriptedRedis loading() {
        return greetingThen(LOADING);
    }

    /** Accepts connections and never says a word. */
    public static ScriptedRedis silent() {
        return answering("");
    }

    /** Accepts connections and cuts them at the first command. */
    public static ScriptedRedis hangingUp() {
        return new ScriptedRedis(command -> null);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** {@code redis://HOST:PORT}. */
    public String url() {
        return "redis://" + host() + ":" + port();
    }

    /** The variables of the configuration that point here. */
    public Map<String, String> settings() {
        return Map.of("REDIS_HOST", host(), "REDIS_PORT", Integer.toString(port()));
    }

    /** The commands so far, over all connections. */
    public List<List<String>> heard() {
        return List.copyOf(heard);
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            sockets.add(socket);
            inBackground(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            RespReader reader = new RespReader(new BufferedInputStream(socket.getInputStream()));
            while (true) {
                List<String> command = reader.read();
                heard.add(command);
                String answer = script.answer(command);
                if (answer == null) {
                    return;
                }
                if (!answer.isEmpty()) {
                    socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** Ends with its socket. */
    private interface Task {
        void run() throws IOException;
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        return;
                    }
                },
                "scripted-redis");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
