package io.opalmind.matomo.report;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The goals of a site, those of a shop included, and how a user names one. */
final class Goals {
    /**
     * A goal.
     *
     * @param id as the SDK shows it
     * @param apiId as Matomo takes it
     */
    record Goal(String id, String apiId, String label, String type) {}

    private static final Goal ORDER = new Goal("ecommerceOrder", "ecommerceOrder", "Ecommerce Order", "ecommerce");
    private static final Goal CART =
            new Goal("abandonedCart", "ecommerceAbandonedCart", "Abandoned Cart", "ecommerce_cart");

    private Goals() {}

    /** Reads Goals.getGoals: an array, or an object of id to goal in Matomo 4. */
    static List<Goal> of(Value answer) {
        List<Goal> goals = new ArrayList<>();
        if (answer instanceof Value.Items items) {
            items.values().forEach(item -> add(item, goals));
        } else if (answer instanceof Row row) {
            for (int i = 0; i < row.size(); i++) {
                add(row.value(i), goals);
            }
        }
        return goals;
    }

    private static void add(Value value, List<Goal> goals) {
        if (value instanceof Row goal && goal.has("idgoal")) {
            String id = text(goal.get("idgoal"));
            String name = text(goal.get("name"));
            String type = text(goal.get("match_attribute")).toLowerCase(Locale.ROOT);
            goals.add(new Goal(
                    id, id, name.isEmpty() ? id : name, type.isEmpty() || type.equals("manually") ? "manual" : type));
        }
    }

    private static String text(@Nullable Value value) {
        if (value instanceof Value.Text text) {
            return text.text().strip();
        }
        return value instanceof Value.Num number ? number.digits() : "";
    }

    /** A shop's orders are conversions; its abandoned carts are not, so they come only when asked for. */
    static List<Goal> withShop(List<Goal> goals, boolean shop, @Nullable String wanted, @Nullable String type) {
        List<Goal> all = new ArrayList<>(goals);
        if (shop) {
            all.add(ORDER);
        }
        boolean cart = "ecommerce_cart".equals(normalType(type)) || (wanted != null && matches(CART, wanted));
        if (shop && cart) {
            all.add(CART);
        }
        return all;
    }

    static boolean matches(Goal goal, String wanted) {
        return goal.id().equalsIgnoreCase(wanted)
                || goal.apiId().equalsIgnoreCase(wanted)
                || goal.label().equalsIgnoreCase(wanted);
    }

    /** A type as the SDK normalises it, or null. */
    static @Nullable String normalType(@Nullable String type) {
        if (type == null) {
            return null;
        }
        String lower = type.strip().toLowerCase(Locale.ROOT);
        return lower.equals("manually") ? "manual" : lower;
    }
}
