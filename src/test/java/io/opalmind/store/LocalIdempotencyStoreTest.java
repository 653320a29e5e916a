package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIdempotencyStoreTest extends IdempotencyStoreContract {
    private static final Duration LEASE = Duration.ofSeconds(60);

    @TempDir
    Path state;

    private final MovableClock clock = new MovableClock("2026-11-24T20:00:00Z");

    @Override
    protected IdempotencyStore open() {
        return new LocalIdempotencyStore(state.resolve("opalmind"), "00aa11bb22cc", RECORD_LIFE, clock);
    }

    @Override
    protected void pass(Duration time) {
        clock.move(time);
    }

    private Path claims() {
        return state.resolve("opalmind/hits/00aa11bb22cc/claims");
    }

    private Path claimFile(String key) {
        return claims().resolve(KeyName.of(key));
    }

    private Path recordFile(String key) {
        String name = KeyName.of(key);
        return state.resolve("opalmind/hits/00aa11bb22cc/records")
                .resolve(name.substring(0, 2))
                .resolve(name);
    }

    @Test
    void reading_makes_no_directory() {
        assertEquals(Collections.singletonList(null), open().find(List.of("key")));
        assertEquals(List.of(), open().abandoned(10));
        assertFalse(Files.exists(state.resolve("opalmind")));
    }

    @Test
    void record_is_one_file_as_the_sdk_writes_records() throws IOException {
        open().complete(List.of(new HitRecord("key", true, 204, "", 1, 1_795_532_536_520L, null)));
        assertEquals(
                "{\"key\":\"key\",\"value\":{\"ok\":true,\"status\":204,\"body\":\"\"},\"attempts\":1,"
                        + "\"completedAt\":1795532536520}",
                Files.readString(recordFile("key")));
        assertEquals(
                clock.instant().plus(RECORD_LIFE),
                Files.getLastModifiedTime(recordFile("key")).toInstant());
    }

    @Test
    void names_of_files_tell_nothing_of_the_key() throws IOException {
        IdempotencyStore store = open();
        claim(store, "key-that-tells");
        store.complete(List.of(record("other-that-tells")));
        for (Path file : LocalFiles.all(state)) {
            assertFalse(file.toString().contains("tells"), file.toString());
        }
    }

    @Test
    void matomos_do_not_see_each_other() {
        IdempotencyStore store = open();
        IdempotencyStore other =
                new LocalIdempotencyStore(state.resolve("opalmind"), "ff00ff00ff00", RECORD_LIFE, clock);
        assertGranted(claim(store, "key"));
        assertGranted(claim(other, "key"));
    }

    @Test
    void damaged_record_is_none() throws IOException {
        IdempotencyStore store = open();
        store.complete(List.of(record("key")));
        for (String content : new String[] {"", "{", "null", "[]", "{\"key\":\"key\",\"value\":{\"ok\":true", "x"}) {
            Files.writeString(recordFile("key"), content);
            Files.setLastModifiedTime(
                    recordFile("key"), FileTime.from(clock.instant().plus(RECORD_LIFE)));
            assertEquals(Collections.singletonList(null), store.find(List.of("key")), content);
            assertGranted(claim(store, "key"));
            store.release(List.of("key"));
        }
    }

    @Test
    void damaged_claim_is_none() throws IOException {
        IdempotencyStore store = open();
        String whole = new String(new ClaimEntry("host/1", 1, 0, hit("key")).toJson(), StandardCharsets.UTF_8);
        claim(store, "another, so that there is a directory");
        for (String content :
                new String[] {"", "{", "x", whole.substring(0, whole.length() - 1), "{\"owner\":\"h\"}"}) {
            Files.writeString(claimFile("key"), content);
            Files.setLastModifiedTime(
                    claimFile("key"), FileTime.from(clock.instant().plus(LEASE)));
            assertGranted(claim(store, "key"));
            store.release(List.of("key"));
        }
    }

    @Test
    void expired_records_and_left_temporaries_are_swept_by_who_writes_beside_them() throws IOException {
        List<String> keys = keysOfOneDirectory(3);
        Path directory = recordFile(keys.get(0)).getParent();
        open().complete(List.of(record(keys.get(0))));
        Path temporary = Files.writeString(
                directory.resolve(KeyName.temporary(clock.instant().toEpochMilli(), 7)), "half");
        Path foreign = Files.writeString(directory.resolve("notes.txt"), "kept");
        pass(RECORD_LIFE.minusSeconds(1));
        open().complete(List.of(record(keys.get(1))));
        assertTrue(Files.exists(recordFile(keys.get(0))), "its time is not over");
        assertTrue(Files.exists(temporary), "it may still be written");
        pass(RECORD_LIFE.dividedBy(2));
        open().complete(List.of(record(keys.get(2))));
        assertFalse(Files.exists(recordFile(keys.get(0))));
        assertFalse(Files.exists(temporary));
        assertTrue(Files.exists(recordFile(keys.get(1))));
        assertTrue(Files.exists(recordFile(keys.get(2))));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void half_written_claims_of_the_dead_go_when_abandoned_ones_are_looked_for() throws IOException {
        IdempotencyStore store = open();
        claim(store, "key");
        Path temporary = Files.writeString(
                claims().resolve(KeyName.temporary(clock.instant().toEpochMilli(), 7)), "half");
        assertEquals(List.of(), store.abandoned(10));
        assertTrue(Files.exists(temporary));
        pass(Duration.ofHours(2));
        assertEquals(List.of(hit("key")), store.abandoned(10));
        assertFalse(Files.exists(temporary));
    }

    private static List<String> keysOfOneDirectory(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; keys.size() < count; i++) {
            if (KeyName.of("key " + i).startsWith("7f")) {
                keys.add("key " + i);
            }
        }
        return keys;
    }
}
