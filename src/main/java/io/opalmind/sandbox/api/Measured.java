package io.opalmind.sandbox.api;

import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Visit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the methods answer from: sites, visits and the time. */
record Measured(Sites sites, VisitSource visits, Clock clock) {
    /** The visits of a site that end on a day or later. */
    List<Visit> visitsSince(Site site, LocalDate day) {
        return visits.visits(site.id(), day.atStartOfDay(site.zone()).toInstant(), VisitSource.END);
    }

    Buyers buyers(List<Site> asked) {
        return new Buyers(() -> {
            List<Visit> all = new ArrayList<>();
            asked.forEach(site -> all.addAll(visits.visits(site.id(), Instant.EPOCH, VisitSource.END)));
            return all;
        });
    }
}
