package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.store.redis.inspect.FoundKey;
import io.opalmind.store.redis.inspect.Group;
import io.opalmind.store.redis.inspect.ReportKey;
import io.opalmind.store.redis.inspect.ServerFacts;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in Redis as rows. */
final class InspectRows {
    private static final String UNKNOWN = "unknown";

    private InspectRows() {}

    static Row key(FoundKey key) {
        Row row = name(new Row(), key);
        ReportKey report = key.report();
        row.put("type", text(key.type()));
        row.put("feature", text(report == null ? null : report.feature()));
        row.put("site", report == null || report.site() == 0 ? Value.Nothing.INSTANCE : Value.Num.of(report.site()));
        row.put("period", text(report == null ? null : report.period()));
        row.put("date", text(report == null ? null : report.date()));
        row.put("ttlMs", number(key.ttlMillis()));
        row.put("bytes", number(key.bytes()));
        row.put("idleSeconds", number(key.idleSeconds()));
        return row.put("ageSeconds", number(key.ageSeconds()));
    }

    /** The key's name, as base64 too where it is no text, and its kind. */
    static Row name(Row row, FoundKey key) {
        row.put("key", key.text());
        if (!key.isText()) {
            row.put("keyBase64", Base64.getEncoder().encodeToString(key.name()));
        }
        return row.put("kind", key.kind().label());
    }

    static Value text(@Nullable String text) {
        return text == null ? Value.Nothing.INSTANCE : new Value.Text(text);
    }

    static Value number(long number) {
        return number == FoundKey.UNKNOWN ? Value.Nothing.INSTANCE : Value.Num.of(number);
    }

    static Row server(ServerFacts server) {
        Row row = new Row().put("server", server.server());
        told(row, "version", server, "redis_version");
        told(row, "mode", server, "redis_mode");
        counted(row, "uptimeSeconds", server, "uptime_in_seconds");
        counted(row, "usedMemory", server, "used_memory");
        counted(row, "maxmemory", server, "maxmemory");
        told(row, "policy", server, "maxmemory_policy");
        counted(row, "connectedClients", server, "connected_clients");
        counted(row, "expiredKeys", server, "expired_keys");
        counted(row, "evictedKeys", server, "evicted_keys");
        return row;
    }

    static void told(Row row, String name, ServerFacts server, String member) {
        String text = server.text(member);
        row.put(name, text == null ? UNKNOWN : text);
    }

    static void counted(Row row, String name, ServerFacts server, String member) {
        Long number = server.number(member);
        row.put(name, number == null ? new Value.Text(UNKNOWN) : Value.Num.of(number));
    }

    /** @param name of the member that says what they have in common */
    static Value groups(String name, List<Group> groups) {
        return new Value.Items(groups.stream()
                .<Value>map(group -> new Row()
                        .put(name, group.name())
                        .put("keys", group.keys())
                        .put("bytes", group.bytes()))
                .toList());
    }
}
