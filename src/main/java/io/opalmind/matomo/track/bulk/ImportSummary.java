package io.opalmind.matomo.track.bulk;

/**
 * What came of an import.
 *
 * @param counts over all its runs
 * @param wasDone whether an earlier run had done it all, and this one has sent nothing
 */
public record ImportSummary(ImportCounts counts, boolean wasDone) {
    /** Whether each hit is delivered. */
    public boolean isWhole() {
        return counts.refused() == 0 && counts.unknown() == 0;
    }
}
