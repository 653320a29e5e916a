package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a hit converts: a goal that it names, goals by the page's address, an order, a cart. */
final class Conversions {
    private Conversions() {}

    /** @param pages page views of the visit up to this hit, itself included */
    static List<Conversion> of(Hit hit, Site site, @Nullable Action action, Instant at, int pages) {
        int named = Numbers.whole(hit.get("idgoal"), -1);
        if (named == Conversion.ORDER) {
            return List.of(purchase(hit, at, pages));
        }
        List<Conversion> reached = new ArrayList<>(1);
        for (Goal goal : site.goals()) {
            if (named > 0 ? goal.id() == named : isReached(goal, hit, action)) {
                String url = PageUrl.clean(hit.get("url"));
                double revenue = Numbers.money(hit.get("revenue"), goal.revenue());
                reached.add(new Conversion(goal.id(), at, revenue, url, null, 0, 0, 0, 0, List.of(), pages));
            }
        }
        return reached;
    }

    private static boolean isReached(Goal goal, Hit hit, @Nullable Action action) {
        return action != null
                && action.kind() == ActionKind.PAGEVIEW
                && !goal.isManual()
                && Texts.lineOrEmpty(hit.get("url"))
                        .toLowerCase(Locale.ROOT)
                        .contains(goal.contains().toLowerCase(Locale.ROOT));
    }

    private static Conversion purchase(Hit hit, Instant at, int pages) {
        String order = Texts.lineOrNull(hit.get("ec_id"));
        return new Conversion(
                order == null ? Conversion.ABANDONED_CART : Conversion.ORDER,
                at,
                Numbers.money(hit.get("revenue"), 0),
                PageUrl.clean(hit.get("url")),
                order,
                Numbers.money(hit.get("ec_st"), 0),
                Numbers.money(hit.get("ec_tx"), 0),
                Numbers.money(hit.get("ec_sh"), 0),
                Numbers.money(hit.get("ec_dt"), 0),
                Items.read(hit.get("ec_items")),
                pages);
    }
}
