package io.opalmind.store;

import static io.opalmind.store.Hits.hit;
import static io.opalmind.store.Hits.hits;
import static io.opalmind.store.Hits.keys;
import static io.opalmind.store.Hits.visitorOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the disk, and what becomes of it when it is not as it should be. */
class LocalHitQueueFilesTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String VISITOR = visitorOf(3);

    @TempDir
    Path temp;

    private Path state;
    private HitQueue queue;

    @BeforeEach
    void open() {
        state = temp.resolve("deep/state");
        queue = new LocalHitQueue(state, "0123456789ab", Clock.systemUTC());
    }

    private Path own() {
        return state.resolve("hits/0123456789ab");
    }

    private Path shard() {
        return own().resolve("queue/03");
    }

    @Test
    void asking_makes_no_file() {
        queue.waiting(3);
        queue.summary();
        Hits.waiting(queue);
        Hits.dead(queue);
        queue.reviveDead();
        assertFalse(Files.exists(state));
    }

    @Test
    void files_and_directories_are_the_owners_alone() throws IOException {
        queue.add(hits(VISITOR, 0, 5));
        try (HitQueue.Shard shard = take()) {
            shard.next(5);
            shard.delivered(hits(VISITOR, 0, 2));
            shard.failed(hit(VISITOR, 2).after(1, false, "no"), Instant.EPOCH);
            shard.next(1);
            shard.refused(hit(VISITOR, 2));
            shard.next(1);
            shard.failed(hit(VISITOR, 3).after(1, false, "no"), Instant.EPOCH);
            List<Path> all = LocalFiles.all(temp);
            assertTrue(all.size() >= 12, all.toString());
            for (Path file : all) {
                String wanted = Files.isDirectory(file) ? "rwx------" : "rw-------";
                String found = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertEquals(wanted, found, file.toString());
            }
        }
    }

    @Test
    void nothing_of_what_is_delivered_is_left() throws IOException {
        queue.add(hits(VISITOR, 0, 5));
        queue.add(hits(VISITOR, 5, 1));
        Hits.drain(queue, 3, 2);
        assertEquals(List.of(), LocalFiles.all(shard()));
        assertFalse(Files.exists(own().resolve("queue/03.lock.held")));
    }

    @Test
    void queues_of_two_matomos_are_apart() {
        queue.add(hits(VISITOR, 0, 1));
        HitQueue other = new LocalHitQueue(state, "ba9876543210", Clock.systemUTC());
        assertEquals(0, other.waiting(3));
        assertEquals(QueueSummary.EMPTY, other.summary());
    }

    @Test
    void line_that_cannot_be_read_is_kept_for_people_and_holds_up_nobody() throws IOException {
        queue.add(hits(VISITOR, 0, 3));
        queue.add(hits(VISITOR, 3, 1));
        Path file = files().get(0);
        String content = Files.readString(file).replace("\"key\":\"" + VISITOR + "#1\"", "\"key\":\u0001");
        Files.writeString(file, content);
        assertEquals(3, Hits.waiting(queue).size());
        assertEquals(List.of(VISITOR + "#0", VISITOR + "#2", VISITOR + "#3"), keys(Hits.drain(queue, 3, 2)));
        assertEquals(0, queue.waiting(3));
        assertEquals(content, Files.readString(own().resolve("damaged").resolve(file.getFileName())));
    }

    @Test
    void file_cut_short_gives_what_is_whole() throws IOException {
        queue.add(hits(VISITOR, 0, 3));
        Path file = files().get(0);
        String content = Files.readString(file);
        Files.writeString(file, content.substring(0, content.length() - 20));
        assertEquals(List.of(VISITOR + "#0", VISITOR + "#1"), keys(Hits.drain(queue, 3, 10)));
        assertEquals(0, queue.waiting(3));
        assertTrue(Files.exists(own().resolve("damaged").resolve(file.getFileName())));
    }

    @Test
    void what_is_no_file_is_set_aside_and_no_link_is_followed() throws IOException {
        queue.add(hits(VISITOR, 0, 1));
        Path target = Files.writeString(temp.resolve("target"), "not ours\n");
        Files.createSymbolicLink(shard().resolve("000000000000000001-0-1-a"), target);
        Files.createDirectory(shard().resolve("000000000000000002-0-1-b"));
        assertEquals(List.of(VISITOR + "#0"), keys(Hits.drain(queue, 3, 10)));
        assertEquals(0, queue.waiting(3));
        assertEquals("not ours\n", Files.readString(target));
        assertEquals(2, LocalFiles.names(own().resolve("damaged")).size());
    }

    @Test
    void files_of_other_names_are_left_alone() throws IOException {
        queue.add(hits(VISITOR, 0, 1));
        String[] names = {"README", "0-1-a", "000000000000000001-x-1-a", "000000000000000001-0-1-", "a.done", ".hidden"
        };
        for (String name : names) {
            Files.writeString(shard().resolve(name), "mine");
        }
        assertEquals(1, queue.waiting(3));
        Hits.drain(queue, 3, 10);
        assertEquals(0, queue.waiting(3));
        for (String name : names) {
            assertEquals("mine", Files.readString(shard().resolve(name)));
        }
    }

    @Test
    void hits_of_many_shards_are_one_file_until_the_last_is_ended() throws IOException {
        List<KeptHit> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(hit(visitorOf(i % 16), i));
        }
        queue.add(all);
        assertEquals(16, Files.getAttribute(files().get(0), "unix:nlink"));
        assertEquals(4, queue.waiting(3));
        assertEquals(4, Hits.drain(queue, 3, 3).size());
        assertEquals(60, Hits.waiting(queue).size());
        assertEquals(60, Hits.drain(queue).size());
        assertEquals(0, queue.summary().pending());
    }

    @Test
    void half_a_mark_ends_no_hit() throws IOException {
        queue.add(hits(VISITOR, 0, 20));
        Path marks = DoneLines.beside(files().get(0));
        Files.writeString(marks, "\n0-1;\n1");
        try (HitQueue.Shard shard = take()) {
            assertEquals(18, queue.waiting(3));
            shard.next(1);
            shard.delivered(hits(VISITOR, 2, 1));
            assertEquals("\n0-1;\n1\n2-2;", Files.readString(marks));
        }
        assertEquals(keys(hits(VISITOR, 3, 17)), keys(Hits.drain(queue, 3, 100)));
    }

    @Test
    void state_that_cannot_be_read_costs_no_hit() throws IOException {
        queue.add(hits(VISITOR, 0, 2));
        Files.writeString(own().resolve("queue/03.state"), "{\"segment\":\"../../x\",\"line\":0");
        assertEquals(2, Hits.drain(queue, 3, 10).size());
    }

    @Test
    void what_a_killed_process_left_half_added_is_removed_after_an_hour() throws IOException {
        queue.add(hits(VISITOR, 0, 1));
        Path old = Files.writeString(own().resolve("queue/.new-1"), "half");
        Path young = Files.writeString(own().resolve("queue/.new-2"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(4000)));
        assertEquals(1, queue.waiting(3));
        assertEquals(1, Hits.drain(queue, 3, 10).size());
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void refused_hit_that_was_not_ended_before_the_kill_is_dead_once() throws IOException {
        queue.add(hits(VISITOR, 0, 2));
        Path file = files().get(0);
        byte[] before = Files.readAllBytes(file);
        for (int i = 0; i < 2; i++) {
            try (HitQueue.Shard shard = take()) {
                shard.refused(shard.next(1).get(0));
            }
            Files.write(file, before);
            Files.deleteIfExists(DoneLines.beside(file));
        }
        assertEquals(1, queue.summary().dead());
    }

    @Test
    void full_disk_is_said_and_costs_nothing_that_was_added() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"))) {
            HitQueue small = new LocalHitQueue(disk.path(), "0123456789ab", Clock.systemUTC());
            small.add(hits(VISITOR, 0, 3));
            small.add(hits(VISITOR, 3, 3));
            List<KeptHit> large = List.of(hit(VISITOR, 90), hit(visitorOf(5), 91, "x".repeat(SmallDisk.BYTES)));
            String said =
                    assertThrows(StoreException.class, () -> small.add(large)).getMessage();
            assertTrue(said.contains("No space left on device") && said.contains("OPALMIND_STATE_DIR"), said);
            assertEquals(6, small.summary().pending(), "of a list that does not fit, nothing counts");
            disk.fill();
            assertThrows(StoreException.class, () -> small.add(hits(VISITOR, 80, 50)));
            for (Path file : LocalFiles.all(disk.path())) {
                assertFalse(file.getFileName().toString().startsWith("."), file.toString());
            }
            assertEquals(keys(hits(VISITOR, 0, 6)), keys(Hits.waiting(small)));
            assertEquals(keys(hits(VISITOR, 0, 6)), keys(Hits.drain(small, 3, 3)), "whole files can go");
        }
    }

    @Test
    void directory_that_others_may_write_is_refused() throws IOException {
        queue.add(hits(VISITOR, 0, 1));
        Files.setPosixFilePermissions(shard(), PosixFilePermissions.fromString("rwxrwxrwx"));
        String said = assertThrows(StoreException.class, () -> queue.add(hits(VISITOR, 1, 1)))
                .getMessage();
        assertTrue(said.contains("others may write there"), said);
    }

    @Test
    void file_in_a_directorys_place_is_told() throws IOException {
        Files.createDirectories(state.getParent());
        Files.writeString(state, "a file");
        assertThrows(StoreException.class, () -> queue.add(hits(VISITOR, 0, 1)));
        assertThrows(StoreException.class, () -> queue.take(3, LEASE, false));
        Path other = temp.resolve("other");
        HitQueue blocked = new LocalHitQueue(other, "0123456789ab", Clock.systemUTC());
        Files.createDirectories(other.resolve("hits/0123456789ab/queue"));
        Files.writeString(other.resolve("hits/0123456789ab/queue/03"), "a file");
        assertThrows(StoreException.class, () -> blocked.waiting(3));
    }

    private List<Path> files() throws IOException {
        return LocalFiles.all(shard()).stream().sorted().toList();
    }

    private HitQueue.Shard take() {
        HitQueue.Shard shard = queue.take(3, LEASE, false);
        assertNotNull(shard);
        return shard;
    }
}
