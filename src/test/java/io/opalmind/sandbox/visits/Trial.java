package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.SampleSites;
import java.time.Instant;
import java.util.List;

/** A log of its own, and hits written as query strings; a visitor and a page where the hit names none. */
final class Trial {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

    private final VisitLog log;

    Trial() {
        this(100_000);
    }

    Trial(int limit) {
        log = new VisitLog(SampleSites.all(), limit);
    }

    static Hit hit(String query, boolean trusted) {
        return new Hit(PhpQuery.parse(query), new Sender("203.0.113.9", AGENT, "sv-SE,sv;q=0.9", NOW, trusted));
    }

    /** A hit of visitor 00000000000000aa on site 1; what the query names wins. */
    static Hit usual(String time, String query) {
        long cdt = Instant.parse(time).getEpochSecond();
        Hit hit = hit("rec=1&idsite=1&_id=00000000000000aa&cdt=" + cdt + "&" + query, true);
        hit.parameters().putIfAbsent("url", "https://example.com/");
        return hit;
    }

    Tracked track(Hit hit) {
        return log.track(hit);
    }

    /** Tracks a usual hit of 24 November 2026, at a time such as {@code 10:00:00}. */
    Tracked at(String time, String query) {
        return track(usual("2026-11-24T" + time + "Z", query));
    }

    VisitLog log() {
        return log;
    }

    List<Visit> visits(int site) {
        return log.visits(site, Instant.EPOCH, NOW.plusSeconds(1));
    }

    List<Visit> visits() {
        return visits(1);
    }

    /** The one visit of site 1. */
    Visit visit() {
        if (visits().size() != 1) {
            throw new AssertionError(visits().size() + " visits");
        }
        return visits().get(0);
    }
}
