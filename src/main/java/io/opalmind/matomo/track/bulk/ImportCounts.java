package io.opalmind.matomo.track.bulk;

/**
 * How many lines came to what, over all runs of an import.
 *
 * @param lines with hits, that are decided
 * @param possiblyDoubled of those delivered
 * @param millis for which runs have lasted
 */
public record ImportCounts(
        long lines, long delivered, long refused, long duplicate, long unknown, long possiblyDoubled, long millis) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);

    ImportCounts and(Outcome outcome, long more) {
        boolean doubled = outcome == Outcome.DELIVERED_PERHAPS_TWICE;
        return new ImportCounts(
                lines + more,
                delivered + (doubled || outcome == Outcome.DELIVERED ? more : 0),
                refused + (outcome == Outcome.REFUSED ? more : 0),
                duplicate + (outcome == Outcome.DUPLICATE ? more : 0),
                unknown + (outcome == Outcome.UNKNOWN ? more : 0),
                possiblyDoubled + (doubled ? more : 0),
                millis);
    }

    /** A line more, of which nothing is to be known but that it could be sent. */
    ImportCounts andChecked() {
        return new ImportCounts(lines + 1, delivered, refused, duplicate, unknown, possiblyDoubled, millis);
    }

    ImportCounts lasting(long total) {
        return new ImportCounts(lines, delivered, refused, duplicate, unknown, possiblyDoubled, total);
    }

    /** Delivered hits per second; 0 where no time has passed. */
    public double rate() {
        return millis == 0 ? 0 : Math.round(delivered * 10_000.0 / millis) / 10.0;
    }
}
