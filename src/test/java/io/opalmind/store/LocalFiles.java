package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Where the local stores put what. */
final class LocalFiles {
    private LocalFiles() {}

    static Path entry(Path state, String key) {
        String name = name(key);
        return state.resolve("cache").resolve(name.substring(0, 1)).resolve(name);
    }

    static Path shard(Path state, String key) {
        return entry(state, key).getParent();
    }

    static List<String> keysOfOneShard(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; keys.size() < count; i++) {
            if (name("key " + i).startsWith("7")) {
                keys.add("key " + i);
            }
        }
        return keys;
    }

    static Set<String> names(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    /** Everything below a directory. */
    static List<Path> all(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !file.equals(directory)).toList();
        }
    }

    /** Waits for the file by which a process says how far it is. */
    static void await(Path sign, ChildJvm child) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Files.exists(sign)) {
            assertTrue(child.isAlive() && System.nanoTime() < end, child::said);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static String name(String key) {
        return EntryName.of((key + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
