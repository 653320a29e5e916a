package io.opalmind.store;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who claims: {@code HOST/PID/NAMESPACE/BOOT/START/RANDOM-NUMBER}, with what it takes to see later, on the same host,
 * that the process is dead. A number of a process alone will not do: it comes again, and in a container it is another.
 */
public final class ClaimOwner {
    private static final int LONGEST = 64;
    private static final int PARTS = 6;
    /** Fields of {@code /proc/PID/stat} from the state on, which is the third. */
    private static final int STARTED = 22 - 3;

    private static final String UNKNOWN = "-";

    private final Path proc;
    private final String host;
    private final String namespace;
    private final String boot;
    private final String text;
    private final AtomicLong claims = new AtomicLong();

    private ClaimOwner(Path proc) {
        this.proc = proc;
        host = plain(read(proc.resolve("sys/kernel/hostname")));
        namespace = plain(namespace(proc));
        boot = plain(read(proc.resolve("sys/kernel/random/boot_id")));
        String stat = read(proc.resolve("self/stat"));
        String pid = stat == null || stat.indexOf(' ') < 0
                ? Long.toString(ProcessHandle.current().pid())
                : plain(stat.substring(0, stat.indexOf(' ')));
        String started = stat == null ? UNKNOWN : plain(field(stat, STARTED));
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        text = host + "/" + pid + "/" + namespace + "/" + boot + "/" + started + "/" + random + "-";
    }

    /** This process, and within it this one caller. */
    public static ClaimOwner here() {
        return of(Path.of("/proc"));
    }

    static ClaimOwner of(Path proc) {
        return new ClaimOwner(proc);
    }

    /** For a claim: no other ever has the same. Letters, digits and {@code . _ - /}. */
    public String next() {
        return text + claims.incrementAndGet();
    }

    /** {@code HOST/PID}, for messages. */
    public static String shown(String owner) {
        int end = owner.indexOf('/', owner.indexOf('/') + 1);
        return end < 0 ? owner : owner.substring(0, end);
    }

    /** True only where its process ran here and runs no more. Of other hosts and containers nothing is known. */
    public boolean isKnownDead(String owner) {
        String[] parts = parts(owner);
        if (parts == null) {
            return false;
        }
        boolean ours = isKnown(host, parts[0])
                && isKnown(namespace, parts[2])
                && isKnown(boot, parts[3])
                && !parts[4].equals(UNKNOWN);
        // Where the first process cannot be seen, others may be hidden as well (mount option hidepid).
        return ours && Files.exists(proc.resolve("1")) && isDead(parts[1], parts[4]);
    }

    private boolean isDead(String pid, String started) {
        Path process = proc.resolve(pid);
        if (Files.notExists(process)) {
            return true;
        }
        String stat = read(process.resolve("stat"));
        if (stat == null) {
            return Files.notExists(process);
        }
        String state = field(stat, 0);
        String since = field(stat, STARTED);
        if (state != null && (state.equals("Z") || state.equals("X"))) {
            return true; // a zombie: only its parent does not know yet
        }
        return since != null && !since.equals(started);
    }

    private static boolean isKnown(String ours, String other) {
        return !ours.equals(UNKNOWN) && ours.equals(other);
    }

    private static String @Nullable [] parts(String owner) {
        String[] parts = new String[PARTS];
        int from = 0;
        for (int i = 0; i < PARTS; i++) {
            int end = i == PARTS - 1 ? owner.length() : owner.indexOf('/', from);
            if (end < 0) {
                return null;
            }
            parts[i] = owner.substring(from, end);
            from = end + 1;
        }
        return isNumber(parts[1]) ? parts : null;
    }

    /** What stands there becomes a path. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Counted from behind the name, which is in brackets and may hold anything. */
    private static @Nullable String field(String stat, int number) {
        int from = stat.lastIndexOf(')') + 2;
        for (int i = 0; i < number && from > 0; i++) {
            from = stat.indexOf(' ', from) + 1;
        }
        int end = from > 0 ? stat.indexOf(' ', from) : -1;
        return end < 0 ? null : stat.substring(from, end);
    }

    private static @Nullable String namespace(Path proc) {
        try {
            String link = Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString();
            return link.substring(link.indexOf('[') + 1, link.endsWith("]") ? link.length() - 1 : link.length());
        } catch (IOException | UnsupportedOperationException notLinux) {
            return null;
        }
    }

    private static @Nullable String read(Path file) {
        try (FileInputStream in = new FileInputStream(file.toString())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Nothing that JSON would escape, or that ends a part. */
    private static String plain(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return UNKNOWN;
        }
        StringBuilder plain = new StringBuilder(LONGEST);
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
            plain.append(kept ? c : '_');
        }
        return plain.toString();
    }
}
