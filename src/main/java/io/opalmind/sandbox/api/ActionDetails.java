package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.visits.Action;
import io.opalmind.sandbox.visits.ActionKind;
import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was done in a visit, as the visits log shows it: actions and conversions in the order of time. */
final class ActionDetails {
    private record Line(Instant time, ObjectNode node) {}

    private final Pretty pretty;
    private final Visit visit;
    private final ConversionDetails conversions;

    ActionDetails(Site site, Visit visit) {
        this.pretty = new Pretty(site.zone());
        this.visit = visit;
        this.conversions = new ConversionDetails(site, visit);
    }

    ArrayNode all() {
        List<Line> lines = new ArrayList<>();
        int position = 0;
        for (Action action : visit.actions()) {
            position += Traits.isInteraction(action) ? 1 : 0;
            lines.add(new Line(action.time(), describe(action, position)));
        }
        for (Conversion conversion : visit.conversions()) {
            lines.add(new Line(conversion.time(), conversions.describe(conversion)));
        }
        lines.sort(Comparator.comparing(Line::time));
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        lines.forEach(line -> all.add(line.node()));
        return all;
    }

    private ObjectNode describe(Action action, int position) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        boolean page = action.kind() == ActionKind.PAGEVIEW;
        node.put("type", type(action.kind()));
        node.put("url", action.kind() == ActionKind.SITE_SEARCH ? null : action.url());
        if (page) {
            node.put("pageTitle", action.title());
        }
        node.put("idpageview", action.pageViewId());
        node.put("serverTimePretty", pretty.moment(action.time()));
        if (page) {
            int spent = TimeSpent.on(action, visit);
            node.put("timeSpent", spent);
            node.put("timeSpentPretty", Pretty.span(spent));
        }
        Action.Event event = action.event();
        Action.Search search = action.search();
        if (search != null) {
            describe(search, node);
        }
        if (event != null) {
            node.put("eventCategory", event.category());
            node.put("eventAction", event.action());
        }
        node.put("pageviewPosition", position);
        if (event != null) {
            node.put("timestamp", action.time().getEpochSecond());
            describe(event, node);
            return node;
        }
        name(action, node);
        node.put("timestamp", action.time().getEpochSecond());
        return node;
    }

    private static void name(Action action, ObjectNode node) {
        switch (action.kind()) {
            case PAGEVIEW -> node.put("title", action.title()).put("subtitle", action.url());
            case SITE_SEARCH -> node.put("title", "Site Search");
            case DOWNLOAD -> node.put("title", "Download").put("subtitle", action.url());
            case OUTLINK -> node.put("title", "Outlink").put("subtitle", action.url());
            case EVENT, CONTENT -> {}
        }
    }

    private static String type(ActionKind kind) {
        return switch (kind) {
            case PAGEVIEW -> "action";
            case EVENT -> "event";
            case SITE_SEARCH -> "search";
            case DOWNLOAD -> "download";
            case OUTLINK -> "outlink";
            case CONTENT -> "content";
        };
    }

    private static void describe(Action.Event event, ObjectNode node) {
        node.put("title", "Event");
        if (event.name() != null) {
            node.put("eventName", event.name());
        }
        Double value = event.value();
        if (value != null) {
            node.set("eventValue", Money.number(value));
        }
    }

    private static void describe(Action.Search search, ObjectNode node) {
        node.put("siteSearchKeyword", search.keyword());
        node.put("siteSearchCategory", search.category() == null ? "" : search.category());
        node.put("siteSearchCount", search.results());
    }
}
