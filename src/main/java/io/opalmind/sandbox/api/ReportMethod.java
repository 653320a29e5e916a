package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.report.NotCovered;
import io.opalmind.sandbox.report.Report;
import io.opalmind.sandbox.report.Scope;
import io.opalmind.sandbox.report.Wish;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;

/** A report: for each site, for each period, its rows or its record. */
final class ReportMethod implements Method {
    /** Reports that Matomo gives for one site at a time. */
    private static final String ONE_SITE = "Referrers.getReferrerType";

    private final String name;
    private final Report report;
    private final Measured measured;

    ReportMethod(String name, Report report, Measured measured) {
        this.name = name;
        this.report = report;
        this.measured = measured;
    }

    @Override
    public JsonNode answer(Parameters asked, Access access) {
        SitesAsked sites = SitesAsked.of(asked, measured.sites(), access);
        if (sites.several() && name.equals(ONE_SITE)) {
            throw Errors.severalSites(name);
        }
        Periods periods = Periods.of(asked, sites.zone(), measured.clock());
        Segment segment = Segment.of(asked.find("segment"), new Dimensions(measured.buyers(sites.sites())));
        NotComputed.refuse(asked);
        Wish wish =
                new Wish(asked.is("flat"), !asked.get("format_metrics", "bc").equals("0"), asked.find("idGoal"));
        try {
            return answer(sites, periods, segment, wish, new RowFilters(asked));
        } catch (NotCovered beyond) {
            throw Errors.notCovered(String.valueOf(beyond.getMessage()));
        }
    }

    private JsonNode answer(SitesAsked sites, Periods periods, Segment segment, Wish wish, RowFilters filters) {
        boolean alone = !sites.several() && !periods.series();
        ObjectNode bySite = JsonNodeFactory.instance.objectNode();
        for (Site site : sites.sites()) {
            Ledger ledger = new Ledger(site, segment.pick(measured.visitsSince(site, periods.first())));
            ObjectNode byPeriod = JsonNodeFactory.instance.objectNode();
            for (Period period : periods.all()) {
                List<Visit> visits = ledger.visits(period);
                Scope scope = new Scope(site, period.kind(), period.first(), period.last(), alone, visits);
                byPeriod.set(period.key(), filters.apply(report.answer(scope, wish)));
            }
            bySite.set(Integer.toString(site.id()), periods.series() ? byPeriod : single(byPeriod));
        }
        return sites.several() ? bySite : single(bySite);
    }

    private static JsonNode single(ObjectNode keyed) {
        return keyed.elements().next();
    }

    /** The visits of a site, for periods to take theirs. */
    private record Ledger(Site site, List<Visit> all) {
        /** Those that have an action in a period: a visit that ended later may. */
        List<Visit> visits(Period period) {
            var from = period.first().atStartOfDay(site.zone()).toInstant();
            var until = period.last().plusDays(1).atStartOfDay(site.zone()).toInstant();
            return all.stream()
                    .filter(visit -> !visit.lastAction().isBefore(from)
                            && visit.firstAction().isBefore(until))
                    .toList();
        }
    }
}
