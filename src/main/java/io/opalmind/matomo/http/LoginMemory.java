package io.opalmind.matomo.http;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers between invocations that Matomo refused us, so that a cron job with an old token does not lock its address
 * out, and does not prolong a lockout.
 *
 * <p>Matomo counts refused tokens of an address over a sliding hour and locks it out after 20: then good tokens are
 * refused too. So a lockout is remembered for an hour, and a token that was refused {@value #MOST_REFUSALS} times within
 * an hour is not sent again in that hour. Two small files, one of the server and one of the token, hold it.
 */
public final class LoginMemory {
    public static final int MOST_REFUSALS = 10;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Path lockout;
    private final Path refusals;
    private final HttpSettings settings;
    private final Clock clock;
    private final boolean force;

    /**
     * @param directory where the files lie; made when first needed
     * @param origin tells base URL and token apart from others; stands in a file name, so it must not be the token
     * @param force whether to send all the same
     */
    public LoginMemory(Path directory, String origin, HttpSettings settings, Clock clock, boolean force) {
        String server = Integer.toHexString(settings.baseUrl().toString().hashCode());
        this.lockout = directory.resolve("lockout-" + server);
        this.refusals = directory.resolve("refused-" + origin);
        this.settings = settings;
        this.clock = clock;
        this.force = force;
    }

    /** Throws where the next request would make matters worse. */
    void check() {
        if (force) {
            return;
        }
        Instant now = clock.instant();
        for (Instant since : read(lockout)) {
            Instant until = since.plus(WINDOW);
            if (isRecent(since, now)) {
                throw new MatomoException(
                        ErrorKind.LOCKED_OUT,
                        "Matomo at " + settings.where() + " locked this address out at "
                                + since.truncatedTo(ChronoUnit.SECONDS) + "; nothing is sent before "
                                + until.truncatedTo(ChronoUnit.SECONDS) + ". Use --force to send all the same.");
            }
        }
        if (recent(read(refusals), now) >= MOST_REFUSALS) {
            throw new MatomoException(
                    ErrorKind.TOKEN_REFUSED,
                    "Matomo at " + settings.where() + " refused this token " + MOST_REFUSALS
                            + " times within the hour; it is not sent again, since 20 refusals lock this address out."
                            + " Set a new MATOMO_TOKEN, or use --force.");
        }
    }

    /**
     * What is remembered.
     *
     * @param lockedOutUntil when a lockout will be over, or null where there is none
     * @param refusals of this token within the hour
     */
    public record State(@Nullable Instant lockedOutUntil, int refusals) {
        /** Whether nothing is sent any more. */
        public boolean isOver() {
            return lockedOutUntil != null || refusals >= MOST_REFUSALS;
        }
    }

    /** What is remembered now. */
    public State state() {
        Instant now = clock.instant();
        Instant until = null;
        for (Instant since : read(lockout)) {
            until = isRecent(since, now) ? since.plus(WINDOW) : until;
        }
        return new State(until, recent(read(refusals), now));
    }

    synchronized void learn(ErrorKind kind) {
        if (kind == ErrorKind.LOCKED_OUT) {
            write(lockout, false);
        } else if (kind == ErrorKind.TOKEN_REFUSED) {
            write(refusals, recent(read(refusals), clock.instant()) > 0);
        }
    }

    /** Matomo answered what was sent by force: what was remembered is over. */
    synchronized void worked() {
        if (force) {
            try {
                Files.deleteIfExists(lockout);
                Files.deleteIfExists(refusals);
            } catch (IOException stays) {
                // Then it is over after its hour.
            }
        }
    }

    private static int recent(List<Instant> instants, Instant now) {
        int count = 0;
        for (Instant instant : instants) {
            if (isRecent(instant, now)) {
                count++;
            }
        }
        return count;
    }

    /** What lies ahead is no memory: a clock was wrong, or the file is damaged. */
    private static boolean isRecent(Instant instant, Instant now) {
        return !instant.isAfter(now) && now.isBefore(instant.plus(WINDOW));
    }

    private static List<Instant> read(Path file) {
        List<Instant> instants = new ArrayList<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    instants.add(Instant.ofEpochMilli(Long.parseLong(line)));
                }
            }
            return instants;
        } catch (IOException | NumberFormatException unreadable) {
            // A damaged memory is no memory: better one request too many than a tool that never works again.
            return List.of();
        }
    }

    private void write(Path file, boolean append) {
        try {
            Files.createDirectories(file.getParent(), mode("rwx------"));
            StandardOpenOption how = append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
            Set<OpenOption> options =
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, how, LinkOption.NOFOLLOW_LINKS);
            byte[] line = (clock.millis() + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(file, options, mode("rw-------"))) {
                channel.write(ByteBuffer.wrap(line));
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            // The refusal itself is being reported; that it could not be noted changes nothing about it.
        }
    }

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
