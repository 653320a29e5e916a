package io.opalmind.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** The hours' logs and the totals, read together. */
final class StatsLogs {
    private static final String SUFFIX = ".log";
    private static final int ATTEMPTS = 1000;

    private final Path directory;

    StatsLogs(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Path log(String hour) {
        return directory.resolve(hour.concat(SUFFIX));
    }

    Path totals() {
        return directory.resolve("total.log");
    }

    /** The hours that have a log, oldest first; none where there is no directory. */
    SortedSet<String> hours() throws IOException {
        SortedSet<String> hours = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int end = name.length() - SUFFIX.length();
                if (end == HourName.LENGTH && name.endsWith(SUFFIX) && HourName.isHour(name.substring(0, end))) {
                    hours.add(name.substring(0, end));
                }
            }
        } catch (NoSuchFileException nothingCounted) {
            return hours;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return hours;
    }

    /** Adds what that hour's log holds; nothing where it is gone. */
    void addTo(Tally tally, String hour) throws IOException {
        try (BufferedReader log = open(log(hour))) {
            tally.addLines(log);
        } catch (NoSuchFileException foldedMeanwhile) {
            return;
        }
    }

    /**
     * The sum over all hours from that one on. No lock: where the totals are another after reading than before, logs
     * were folded in between, and may have been read twice or not at all; so it is read again.
     */
    Tally since(String hour) throws IOException {
        StatsTotals before = readTotals();
        for (int i = 0; i < ATTEMPTS; i++) {
            Tally tally = sum(before, hour);
            StatsTotals after = readTotals();
            if (after.text().equals(before.text())) {
                return tally;
            }
            before = after;
        }
        throw new IOException("other processes keep changing the totals");
    }

    private Tally sum(StatsTotals totals, String since) throws IOException {
        Tally tally = new Tally();
        if (since.compareTo(totals.from()) <= 0) {
            tally.addAll(totals.tally());
        }
        for (String hour : hours().tailSet(since)) {
            if (!totals.holds().contains(hour)) {
                addTo(tally, hour);
            }
        }
        return tally;
    }

    StatsTotals readTotals() throws IOException {
        try (BufferedReader file = open(totals())) {
            return StatsTotals.read(file);
        } catch (NoSuchFileException nothingFolded) {
            return StatsTotals.none();
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), StandardCharsets.ISO_8859_1));
    }
}
