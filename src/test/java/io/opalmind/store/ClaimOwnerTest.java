package io.opalmind.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimOwnerTest {
    private final ClaimOwner owner = ClaimOwner.here();

    @BeforeEach
    void onLinuxAlone() {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "only Linux says who lives");
    }

    @Test
    void owner_is_shown_as_host_and_process() throws IOException {
        String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        assertEquals(host + "/" + ProcessHandle.current().pid(), ClaimOwner.shown(owner.next()));
        assertEquals("foreign", ClaimOwner.shown("foreign"));
        assertEquals("a/b", ClaimOwner.shown("a/b"));
    }

    @Test
    void no_two_claims_have_the_same_owner() {
        assertNotEquals(owner.next(), owner.next());
        String other = ClaimOwner.here().next();
        String one = ClaimOwner.here().next();
        assertNotEquals(one, other);
        assertTrue(one.matches("[A-Za-z0-9._/-]+"), one);
    }

    @Test
    void process_that_ended_is_known_to_be_dead() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        String[] parts = owner.next().split("/");
        parts[1] = Long.toString(process.pid());
        parts[4] = started(Path.of("/proc", parts[1], "stat"));
        String other = String.join("/", parts);
        assertFalse(owner.isKnownDead(other), "it lives");
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertTrue(owner.isKnownDead(other));
    }

    @Test
    void number_that_another_process_has_now_is_of_a_dead_one() {
        assertFalse(owner.isKnownDead(owner.next()), "we live");
        assertTrue(owner.isKnownDead(with(4, "1")), "another start");
    }

    @Test
    void of_others_nothing_is_known() {
        assertTrue(owner.isKnownDead(with(1, "999999999")));
        for (int part : new int[] {0, 2, 3}) {
            String[] parts = with(1, "999999999").split("/");
            parts[part] = "elsewhere";
            assertFalse(owner.isKnownDead(String.join("/", parts)), "part " + part);
        }
        for (String odd : new String[] {"", "/", "host/1", "a/b/c/d/e/f", "/////", with(1, ".."), with(4, "-")}) {
            assertFalse(owner.isKnownDead(odd), odd);
        }
    }

    @Test
    void without_the_process_file_system_nothing_is_known(@TempDir Path empty) {
        ClaimOwner blind = ClaimOwner.of(empty);
        assertEquals("-/" + ProcessHandle.current().pid(), ClaimOwner.shown(blind.next()));
        assertFalse(blind.isKnownDead(with(1, "999999999")));
        assertFalse(blind.isKnownDead(blind.next()));
    }

    @Test
    void zombie_is_dead_and_hidden_processes_are_not(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(proc.resolve("sys/kernel/hostname"), "h/o st\n");
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "b0\n");
        Files.createDirectories(proc.resolve("self/ns"));
        Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[42]"));
        Files.writeString(proc.resolve("self/stat"), stat(7, "R", 70));
        Files.createDirectories(proc.resolve("8"));
        Files.writeString(proc.resolve("8/stat"), stat(8, "S", 80));
        ClaimOwner here = ClaimOwner.of(proc);
        assertTrue(here.next().startsWith("h_o_st/7/42/b0/70/"), here.next());
        assertFalse(here.isKnownDead("h_o_st/9/42/b0/90/x-1"), "the first process cannot be seen, so others may hide");
        Files.createDirectories(proc.resolve("1"));
        assertTrue(here.isKnownDead("h_o_st/9/42/b0/90/x-1"));
        assertFalse(here.isKnownDead("h_o_st/8/42/b0/80/x-1"));
        Files.writeString(proc.resolve("8/stat"), stat(8, "Z", 80));
        assertTrue(here.isKnownDead("h_o_st/8/42/b0/80/x-1"));
    }

    private static String stat(int pid, String state, int started) {
        return pid + " (a ) b) " + state + " 1 1 1 0 -1 4194304 1 1 0 0 1 1 1 1 20 0 1 0 " + started + " 1 1\n";
    }

    private String with(int part, String value) {
        String[] parts = owner.next().split("/");
        parts[part] = value;
        return String.join("/", parts);
    }

    private static String started(Path stat) throws IOException {
        String text = Files.readString(stat);
        return text.substring(text.lastIndexOf(')') + 2).split(" ")[19];
    }
}
