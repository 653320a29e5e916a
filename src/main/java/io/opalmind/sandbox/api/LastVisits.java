package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The visits log, newest first: {@code Live.getLastVisitsDetails}. */
final class LastVisits implements Method {
    static final String NAME = "Live.getLastVisitsDetails";

    private static final int DEFAULT_LIMIT = 10;
    private static final Comparator<Visit> OLDEST_FIRST =
            Comparator.comparing(Visit::lastAction).thenComparing(Visit::number);

    private final Measured measured;

    LastVisits(Measured measured) {
        this.measured = measured;
    }

    private record Found(Site site, Visit visit) {}

    private record Span(Instant from, Instant until) {}

    @Override
    public JsonNode answer(Parameters asked, Access access) {
        SitesAsked sites = SitesAsked.of(asked, measured.sites(), access);
        Buyers buyers = measured.buyers(sites.sites());
        Segment segment = Segment.of(asked.find("segment"), new Dimensions(buyers));
        NotComputed.refuse(asked);
        if (asked.is("flat")) {
            throw Errors.notCovered("the visits log with flat=1");
        }
        List<Found> found = new ArrayList<>();
        for (Site site : sites.sites()) {
            for (Visit visit : segment.pick(visits(site, asked, sites))) {
                found.add(new Found(site, visit));
            }
        }
        Comparator<Found> order = Comparator.comparing(Found::visit, OLDEST_FIRST);
        found.sort(asked.get("filter_sort_order", "desc").equals("asc") ? order : order.reversed());
        VisitDetails details = new VisitDetails(buyers, !asked.is("doNotFetchActions"));
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        cut(found, asked).forEach(one -> answer.add(details.of(one.site(), one.visit())));
        return answer;
    }

    private static List<Found> cut(List<Found> found, Parameters asked) {
        boolean counted = asked.has("countVisitorsToFetch");
        int limit = asked.number(counted ? "countVisitorsToFetch" : "filter_limit", DEFAULT_LIMIT);
        int from = counted ? 0 : Math.max(0, asked.number("filter_offset", 0));
        int start = Math.min(from, found.size());
        return found.subList(start, limit < 0 ? found.size() : (int) Math.min(found.size(), (long) start + limit));
    }

    private List<Visit> visits(Site site, Parameters asked, SitesAsked sites) {
        Span span = span(asked, sites);
        Instant after = Instant.ofEpochSecond(asked.number("minTimestamp", 0));
        return measured.visits().visits(site.id(), span.from(), span.until()).stream()
                .filter(visit ->
                        after.equals(Instant.EPOCH) || visit.lastAction().isAfter(after))
                .toList();
    }

    /**
     * Without a period Matomo looks back until it has found enough. Its {@code lastN} begins at the present time of day, and what is
     * asked of today a day earlier; both have no end.
     */
    private Span span(Parameters asked, SitesAsked sites) {
        if (!asked.has("period") || !asked.has("date")) {
            return new Span(Instant.EPOCH, VisitSource.END);
        }
        String date = asked.require("date");
        ZonedDateTime now = ZonedDateTime.now(measured.clock().withZone(sites.zone()));
        boolean today = isToday(date, now) && !asked.require("period").equals("range");
        boolean relative = date.startsWith("last") || date.startsWith("previous");
        Periods periods = Periods.of(asked.require("period"), today ? "yesterday" : date, new Dates(now.toLocalDate()));
        LocalTime begin = relative ? now.toLocalTime() : LocalTime.MIDNIGHT;
        ZonedDateTime from = ZonedDateTime.of(periods.first(), begin, sites.zone());
        ZonedDateTime until = periods.last().plusDays(1).atStartOfDay(sites.zone());
        return new Span(from.toInstant(), relative || today ? VisitSource.END : until.toInstant());
    }

    private static boolean isToday(String date, ZonedDateTime now) {
        return date.equals("today")
                || date.equals("now")
                || date.equals(now.toLocalDate().toString());
    }
}
