package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.visits.Referrer;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code Referrers.*}: visits by where they came from. */
final class Referrers implements Report {
    private final Predicate<Visit> covered;
    private final Dimension dimension;
    private final RowWriter.Rest rest;

    private Referrers(Predicate<Visit> covered, Function<Visit, String> label, RowWriter.Rest rest) {
        this.covered = covered;
        this.dimension = new Dimension(label, Referrers::visitGroup, Referrers::gainGroup, false);
        this.rest = rest;
    }

    /** {@code Referrers.getReferrerType}: channels. */
    static Report types() {
        return new Referrers(visit -> true, visit -> visit.referrer().type().label(), Referrers::describeType);
    }

    /** {@code Referrers.getCampaigns}. */
    static Report campaigns() {
        return named(Referrer.Type.CAMPAIGN, "referrerType==campaign;referrerName==");
    }

    /** {@code Referrers.getWebsites}. */
    static Report websites() {
        return named(Referrer.Type.WEBSITE, "referrerName==");
    }

    private static Report named(Referrer.Type type, String segment) {
        return new Referrers(
                visit -> visit.referrer().type() == type,
                visit -> visit.referrer().name(),
                (node, label, row) -> node.put("segment", segment + Segments.encode(label)));
    }

    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        Days days = new Days(scope);
        Table table = Tables.total(scope, date -> dimension.day(days.on(date), covered));
        return new RowWriter(scope.kind(), rest).write(table);
    }

    private static void describeType(ObjectNode node, String label, Row row) {
        for (Referrer.Type type : Referrer.Type.values()) {
            if (type.label().equals(label)) {
                node.put("segment", "referrerType==" + type.segment());
                node.put("referrer_type", type.number());
            }
        }
    }

    private static List<String> visitGroup(Visit visit) {
        Referrer from = visit.referrer();
        return List.of(Integer.toString(from.type().number()), from.name(), from.keyword(), from.url());
    }

    private static List<String> gainGroup(Visit visit) {
        Referrer from = visit.referrer();
        return List.of(Integer.toString(from.type().number()), from.name(), from.keyword());
    }
}
