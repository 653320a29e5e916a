package io.opalmind.sandbox;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;

/** The hits that come with the jar: thirty days of a shop and a blog. Their sites are {@link SampleSites}. */
public final class Sample {
    private static final String FILE = "sample.ndjson.gz";

    /** The last day of the hits in UTC, as they were recorded. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 23);

    private Sample() {}

    /** All hits of the sample. */
    public static Hits hits() throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE + " is missing from the jar");
            }
            return Hits.read(in, Integer.MAX_VALUE);
        }
    }

    /** Moves the sample so that its last day is the day before today, in UTC. */
    public static Moving moving(Clock clock) {
        return Moving.toYesterday(LAST_DAY, clock);
    }
}
