package io.opalmind.sandbox.site;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Sites and goals as they are written in options. */
public final class SiteText {
    private static final List<String> SITE = List.of("id", "name", "url", "timezone", "currency", "ecommerce");
    private static final List<String> GOAL = List.of("site", "id", "name", "contains", "revenue");

    private SiteText() {}

    /**
     * A site without goals, from {@code id=1,name=My shop,url=https://shop.example,timezone=Europe/Berlin,currency=EUR,ecommerce=yes};
     * all but the id may be left out.
     *
     * @throws IllegalArgumentException says what is wrong
     */
    public static Site site(String text) {
        Fields fields = new Fields(text, SITE);
        Site plain = Site.plain(fields.id("id"), fields.get("url", ""));
        return new Site(
                plain.id(),
                fields.get("name", plain.name()),
                plain.url(),
                zone(fields.get("timezone", "UTC")),
                currency(fields.get("currency", plain.currency())),
                yes(fields.get("ecommerce", "yes")),
                List.of());
    }

    /**
     * The sites with one more goal, from {@code site=1,id=2,name=Contact,contains=/contact,revenue=5}. Without
     * {@code contains} it is converted by hand.
     *
     * @throws IllegalArgumentException says what is wrong
     */
    public static Sites withGoal(Sites sites, String text) {
        Fields fields = new Fields(text, GOAL);
        Site site = sites.find(fields.get("site") == null ? 1 : fields.id("site"));
        if (site == null) {
            throw new IllegalArgumentException(
                    "site=" + fields.get("site", "1") + ": there is no such site; add it with --site");
        }
        int id = fields.id("id");
        List<Goal> goals = new ArrayList<>(site.goals());
        if (goals.stream().anyMatch(goal -> goal.id() == id)) {
            throw new IllegalArgumentException("id=" + id + ": site " + site.id() + " has such a goal already");
        }
        goals.add(new Goal(id, fields.get("name", "Goal " + id), fields.get("contains", ""), revenue(fields)));
        return sites.with(site.withGoals(goals));
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("timezone=" + name + ": no time zone such as Europe/Berlin", e);
        }
    }

    private static String currency(String code) {
        if (code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            return code;
        }
        throw new IllegalArgumentException("currency=" + code + ": three capital letters, such as EUR");
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> throw new IllegalArgumentException("ecommerce=" + text + ": yes or no");
        };
    }

    private static double revenue(Fields fields) {
        try {
            double revenue = Double.parseDouble(fields.get("revenue", "0"));
            if (Double.isFinite(revenue)) {
                return revenue;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("revenue=" + fields.get("revenue", "") + ": a number, such as 5 or 2.50");
    }
}
