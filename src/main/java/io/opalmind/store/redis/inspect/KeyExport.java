package io.opalmind.store.redis.inspect;

import io.opalmind.store.redis.Reply;
import io.opalmind.store.redis.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries keys out, line by line. */
final class KeyExport implements KeyScan.Batches {
    private final ExportSink sink;
    private final List<String> secrets;
    private Exported exported = Exported.NONE;

    /** @param secrets that are carried nowhere */
    KeyExport(ExportSink sink, List<String> secrets) {
        this.sink = sink;
        this.secrets = secrets;
    }

    Exported exported() {
        return exported;
    }

    @Override
    public void batch(Server server, List<FoundKey> keys, @Nullable ScanPosition next) {
        List<FoundKey> strings = new ArrayList<>();
        List<FoundKey> others = new ArrayList<>();
        for (FoundKey key : keys) {
            ("string".equals(key.type()) || key.type() == null ? strings : others).add(key);
        }
        new Values(server).read(strings, this::string);
        dump(server, others);
        sink.checkpoint(next == null ? null : next.toString());
    }

    private void string(FoundKey key, long length, byte @Nullable [] value) {
        if (length > Values.LONGEST) {
            exported = new Exported(exported.keys(), exported.tooLong() + 1, exported.secret());
        } else if (value != null) {
            write(new KeyLine(key.name(), "string", Math.max(-1, key.ttlMillis()), value, null), value);
        }
    }

    private void dump(Server server, List<FoundKey> keys) {
        List<Reply<byte[]>> dumps = new ArrayList<>();
        for (FoundKey key : keys) {
            dumps.add(server.dump(key.name()));
        }
        TimeLimit limit = server.link().limit();
        for (int i = 0; i < keys.size(); i++) {
            FoundKey key = keys.get(i);
            byte[] dump = server.answer("DUMP", dumps.get(i), limit);
            if (dump != null) {
                String type = String.valueOf(key.type());
                write(new KeyLine(key.name(), type, Math.max(-1, key.ttlMillis()), null, dump), dump);
            }
        }
    }

    private void write(KeyLine line, byte[] content) {
        if (holdsSecret(content)) {
            exported = new Exported(exported.keys(), exported.tooLong(), exported.secret() + 1);
            return;
        }
        sink.line(line.toJson());
        exported = new Exported(exported.keys() + 1, exported.tooLong(), exported.secret());
    }

    private boolean holdsSecret(byte[] content) {
        for (String secret : secrets) {
            if (!secret.isEmpty() && new String(content, StandardCharsets.ISO_8859_1).contains(secret)) {
                return true;
            }
        }
        return false;
    }
}
