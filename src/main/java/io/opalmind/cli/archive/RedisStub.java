package io.opalmind.cli.archive;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Knows GET, SETEX, HGETALL and SCAN, and says 1 to everything else; just enough Redis for one client on loopback. */
final class RedisStub extends LoopbackStub {
    private final Map<String, byte[]> values = new HashMap<>();

    private RedisStub() throws IOException {}

    static RedisStub open() throws IOException {
        return new RedisStub().started(RedisStub.class);
    }

    @Override
    void talk(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            answer(command(in), socket.getOutputStream());
        }
    }

    private static byte[][] command(DataInputStream in) throws IOException {
        byte[][] words = new byte[number(in)][];
        for (int i = 0; i < words.length; i++) {
            words[i] = new byte[number(in)];
            in.readFully(words[i]);
            in.skipNBytes(2);
        }
        return words;
    }

    /** Reads {@code *3} or {@code $5} and the line's end. */
    private static int number(DataInputStream in) throws IOException {
        in.readByte();
        int number = 0;
        for (byte digit = in.readByte(); digit != '\r'; digit = in.readByte()) {
            number = number * 10 + digit - '0';
        }
        in.readByte();
        return number;
    }

    private void answer(byte[][] words, OutputStream out) throws IOException {
        String name = text(words[0]).toUpperCase(Locale.ROOT);
        if (name.equals("GET")) {
            byte[] value = values.get(text(words[1]));
            if (value == null) {
                out.write(ascii("$-1\r\n"));
                return;
            }
            out.write(ascii("$" + value.length + "\r\n"));
            out.write(value);
            out.write(ascii("\r\n"));
        } else if (name.equals("SETEX")) {
            values.put(text(words[1]), words[3]);
            out.write(ascii("+OK\r\n"));
        } else if (name.equals("SET")) {
            out.write(ascii("+OK\r\n"));
        } else if (name.equals("XLEN")) {
            out.write(ascii(":0\r\n"));
        } else if (name.startsWith("ZRANGE") || name.equals("HMGET")) {
            out.write(ascii("*0\r\n"));
        } else if (name.equals("HGETALL")) {
            out.write(ascii("*2\r\n$16\r\npopularUrls:hits\r\n$1\r\n7\r\n"));
        } else if (name.equals("SCAN")) {
            out.write(ascii("*2\r\n$1\r\n0\r\n*1\r\n$16\r\nopalmind:cache:a\r\n"));
        } else {
            out.write(ascii(":1\r\n"));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
