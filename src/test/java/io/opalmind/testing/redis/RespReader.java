package io.opalmind.testing.redis;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads RESP2, requests and answers alike, as text: numbers are digits, arrays inside arrays are flattened. */
final class RespReader {
    private final DataInputStream in;

    RespReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * One message. A single value is a list of one, nil a list of null, an empty array an empty list.
     *
     * @throws RedisRefusal where it is an error
     * @throws EOFException where the other side has hung up
     */
    List<String> read() throws IOException {
        List<String> texts = new ArrayList<>();
        readInto(texts);
        return texts;
    }

    private void readInto(List<String> texts) throws IOException {
        int kind = in.readUnsignedByte();
        String line = line();
        switch (kind) {
            case '+', ':' -> texts.add(line);
            case '-' -> throw new RedisRefusal(line);
            case '$' -> texts.add(bulk(Integer.parseInt(line)));
            case '*' -> {
                for (int i = Integer.parseInt(line); i > 0; i--) {
                    readInto(texts);
                }
            }
            default -> throw new IOException("no RESP2: " + (char) kind + line);
        }
    }

    private @Nullable String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        in.readFully(new byte[2]);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\r'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        in.readUnsignedByte();
        return line.toString();
    }
}
