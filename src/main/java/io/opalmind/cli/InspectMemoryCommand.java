package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.store.redis.inspect.FoundKey;
import io.opalmind.store.redis.inspect.Group;
import io.opalmind.store.redis.inspect.KeyKind;
import io.opalmind.store.redis.inspect.Memory;
import io.opalmind.store.redis.inspect.RedisInspector;
import io.opalmind.store.redis.inspect.ServerFacts;
import io.opalmind.store.redis.inspect.Walk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis memory}: where memory goes, and what to do about it. */
final class InspectMemoryCommand extends InspectCommand {
    static final String NAME = "memory";

    private final Walk walk;
    private final int sample;
    private final Printed printed;

    InspectMemoryCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        Integer drawn = Declared.number(parsed, "--sample");
        sample = drawn == null ? 0 : InspectFilter.atLeastOne("--sample", drawn);
        walk = new Walk(InspectFilter.of(parsed, EnumSet.allOf(KeyKind.class)), "0", 0, InspectFilter.rate(parsed));
        printed = new Printed(invocation, OutputOptions.of(parsed));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectFilter.declare(spec);
        new Declared(spec).number("N", "Look at N keys, as if drawn by lot, instead of all.", "--sample");
        OutputOptions.declare(spec);
        spec.usageMessage()
                .description("Show where memory goes: by kind and feature, the largest keys, and what to do.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        Memory memory = inspector.memory(walk, sample);
        if (printed.nests()) {
            printed.record(nested(memory));
        } else {
            printed.rows(sink -> lay(memory, sink));
            memory.advice().forEach(console()::warn);
        }
        return ExitCode.DONE;
    }

    private static Row nested(Memory memory) {
        List<Value> servers = new ArrayList<>();
        List<Value> largest = new ArrayList<>();
        List<Value> advice = new ArrayList<>();
        memory.servers().forEach(server -> servers.add(server(server)));
        memory.largest().forEach(key -> largest.add(InspectRows.key(key)));
        memory.advice().forEach(line -> advice.add(new Value.Text(line)));
        return new Row()
                .put("servers", new Value.Items(servers))
                .put("keys", memory.keys())
                .put("bytes", memory.bytes())
                .put("kinds", InspectRows.groups("kind", memory.kinds()))
                .put("features", InspectRows.groups("feature", memory.features()))
                .put("largest", new Value.Items(largest))
                .put("advice", new Value.Items(advice));
    }

    private static Row server(ServerFacts server) {
        Row row = new Row().put("server", server.server());
        InspectRows.counted(row, "usedMemory", server, "used_memory");
        InspectRows.counted(row, "usedMemoryPeak", server, "used_memory_peak");
        InspectRows.counted(row, "usedMemoryRss", server, "used_memory_rss");
        InspectRows.told(row, "fragmentationRatio", server, "mem_fragmentation_ratio");
        InspectRows.counted(row, "maxmemory", server, "maxmemory");
        InspectRows.told(row, "policy", server, "maxmemory_policy");
        InspectRows.counted(row, "evictedKeys", server, "evicted_keys");
        return row;
    }

    private static void lay(Memory memory, Consumer<Row> sink) {
        for (ServerFacts server : memory.servers()) {
            Row facts = server(server);
            for (int i = 0; i < facts.size(); i++) {
                sink.accept(new Row()
                        .put("group", "redis")
                        .put("name", facts.name(i))
                        .put("value", facts.value(i)));
            }
        }
        sink.accept(row("total", new Group("", memory.keys(), memory.bytes())));
        memory.kinds().forEach(group -> sink.accept(row("kind", group)));
        memory.features().forEach(group -> sink.accept(row("feature", group)));
        for (FoundKey key : memory.largest()) {
            sink.accept(row("largest", new Group(key.text(), 1, key.bytes())));
        }
    }

    private static Row row(String name, Group group) {
        return new Row()
                .put("group", name)
                .put("name", group.name())
                .put("keys", group.keys())
                .put("bytes", group.bytes());
    }
}
