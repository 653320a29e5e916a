package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.track.HitVerifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of several hits are stored, by the visits log and by how many Matomo counted.
 *
 * @param unknown those of which neither tells
 */
record Findings(List<ImportLine> stored, List<ImportLine> absent, List<ImportLine> unknown) {
    /** @param tracked how many of them Matomo says it stored */
    static Findings of(List<ImportLine> lines, HitVerifier verifier, int tracked) {
        List<ImportLine> stored = new ArrayList<>(lines.size());
        List<ImportLine> absent = new ArrayList<>();
        List<ImportLine> unknown = new ArrayList<>();
        for (ImportLine line : lines) {
            switch (find(verifier, line)) {
                case STORED -> stored.add(line);
                case ABSENT -> absent.add(line);
                case UNDECIDED -> unknown.add(line);
            }
        }
        int missing = lines.size() - tracked;
        if (stored.size() > tracked || absent.size() > missing) {
            // The log is behind, or the counts are wrong: it says nothing that could be relied on but what is there.
            unknown.addAll(absent);
            absent.clear();
        } else if (absent.size() == missing) {
            stored.addAll(unknown);
            unknown.clear();
        } else if (stored.size() == tracked) {
            absent.addAll(unknown);
            unknown.clear();
        }
        return new Findings(stored, absent, unknown);
    }

    private static HitVerifier.Finding find(HitVerifier verifier, ImportLine line) {
        try {
            return verifier.find(line.hit());
        } catch (MatomoException away) {
            return HitVerifier.Finding.UNDECIDED;
        }
    }
}
