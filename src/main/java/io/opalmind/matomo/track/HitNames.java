package io.opalmind.matomo.track;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our names of what a hit holds, beside Matomo's: the SDK's, as options ({@code --visitor-id}) and as members and columns
 * of files ({@code visitorId} or {@code visitor-id}). One table for both.
 */
public final class HitNames {
    private static final HitField URL = field("url", "url", "URL", "The page it happened on.");

    /** Of every kind of hit. */
    public static final List<HitField> COMMON = List.of(
            field("visitor-id", "_id", "HEX", "The visitor, 16 hexadecimal digits."),
            field("uid", "uid", "ID", "The user, by your own id."),
            field(
                    "ts",
                    "cdt",
                    "TIME",
                    "When it happened: seconds or milliseconds since 1970, or ISO 8601, UTC unless"
                            + " it has an offset. Default: now."),
            field("referrer", "urlref", "URL", "Where the visitor came from."),
            field("user-agent", "ua", "TEXT", "The browser."),
            field("language", "lang", "TEXT", "Accept-Language, such as de-DE,de."),
            field("resolution", "res", "WxH", "The screen, such as 1920x1080."),
            field(
                    "ip",
                    "cip",
                    "ADDRESS",
                    "The visitor's address. It and the places below need a token that may write."),
            field("country", "country", "CC", "Two letters, such as de."),
            field("region", "region", "CODE", "The region's ISO code, such as BY."),
            field("city", "city", "NAME", "The city."),
            field("lat", "lat", "DEGREES", "Latitude, -90 to 90."),
            field("long", "long", "DEGREES", "Longitude, -180 to 180."));

    private static final HitField PV_ID =
            field("pv-id", "pv_id", "ID", "The page view, six letters or digits. Default: made of the key.");
    private static final HitField REVENUE =
            field("revenue", "revenue", "AMOUNT", "What it brought in; may be negative.");

    /** The parts of {@code --perf}, with Matomo's names: a page's times in milliseconds. */
    public static final List<HitField> TIMINGS = List.of(
            timing("network", "pf_net"),
            timing("server", "pf_srv"),
            timing("transfer", "pf_tfr"),
            timing("dom-processing", "pf_dm1"),
            timing("dom-completion", "pf_dm2"),
            timing("on-load", "pf_onl"));

    /** Where a file says no kind, the first of these names that is there does. */
    private static final String[][] TELLTALE = {
        {"category", "event"},
        {"action", "event"},
        {"goal-id", "goal"},
        {"order-id", "order"},
        {"items", "cart"},
        {"keyword", "search"},
        {"content-name", "content"},
        {"file-url", "download"},
        {"link-url", "outlink"}
    };

    private HitNames() {}

    private static HitField field(String name, String parameter, String label, String description) {
        return new HitField(name, parameter, label, description);
    }

    private static HitField timing(String name, String parameter) {
        return new HitField(name, parameter, "MS", "");
    }

    /** What this kind of hit has besides {@link #COMMON}. */
    public static List<HitField> own(HitKind kind) {
        return switch (kind) {
            case PAGEVIEW ->
                List.of(
                        field("url", "url", "URL", "The page."),
                        field("action-name", "action_name", "TITLE", "The page's title. Default: its URL."),
                        PV_ID,
                        field("product-sku", "_pks", "SKU", "The product that was looked at."),
                        field("product-name", "_pkn", "NAME", "Its name."),
                        field("product-category", "_pkc", "CATEGORY", "Its category."),
                        field("product-price", "_pkp", "AMOUNT", "Its price."));
            case EVENT ->
                List.of(
                        field("category", "e_c", "TEXT", "Such as Video."),
                        field("action", "e_a", "TEXT", "Such as play."),
                        field("name", "e_n", "TEXT", "Such as the video's title."),
                        field("value", "e_v", "NUMBER", "A number; may be negative."),
                        URL,
                        PV_ID);
            case GOAL -> List.of(field("goal-id", "idgoal", "ID", "The goal, 1 or more."), REVENUE, URL, PV_ID);
            case ORDER ->
                List.of(
                        field("order-id", "ec_id", "ID", "The order; Matomo counts each once."),
                        REVENUE,
                        field("subtotal", "ec_st", "AMOUNT", "Without shipping."),
                        field("tax", "ec_tx", "AMOUNT", "Tax."),
                        field("shipping", "ec_sh", "AMOUNT", "Shipping."),
                        field("discount", "ec_dt", "AMOUNT", "Discount."),
                        URL,
                        PV_ID);
            case CART -> List.of(REVENUE, URL, PV_ID);
            case SEARCH ->
                List.of(
                        field("keyword", "search", "TEXT", "What was looked for."),
                        field("search-category", "search_cat", "TEXT", "Where it was looked for."),
                        field("count", "search_count", "N", "How much was found."),
                        URL,
                        PV_ID);
            case CONTENT ->
                List.of(
                        field("content-name", "c_n", "TEXT", "The block's name."),
                        field("content-piece", "c_p", "TEXT", "What it showed, such as a picture's path."),
                        field("content-target", "c_t", "TEXT", "Where it leads."),
                        field(
                                "interaction",
                                "c_i",
                                "TEXT",
                                "What was done with it, such as click. Default: shown only."),
                        URL,
                        PV_ID);
            case DOWNLOAD ->
                List.of(
                        field("url", "url", "URL", "The file; with --file-url the page it was on."),
                        field("file-url", "download", "URL", "The file, where --url is the page."),
                        PV_ID);
            case OUTLINK ->
                List.of(
                        field("url", "url", "URL", "The link's target; with --link-url the page it was on."),
                        field("link-url", "link", "URL", "The target, where --url is the page."),
                        PV_ID);
            case PING -> List.of(URL);
        };
    }

    /** The field of that name, as {@code visitorId} or {@code visitor-id}; null where hits of this kind have none. */
    public static @Nullable HitField find(HitKind kind, String name) {
        String kebab = kebab(name);
        HitField own = find(own(kind), kebab);
        return own == null ? find(COMMON, kebab) : own;
    }

    static @Nullable HitField find(List<HitField> fields, String kebab) {
        for (HitField field : fields) {
            if (field.name().equals(kebab)) {
                return field;
            }
        }
        return null;
    }

    /** Our option for a parameter of Matomo's, such as {@code --visitor-id}; null where there is none. */
    public static @Nullable String option(HitKind kind, String parameter) {
        for (HitField field : own(kind)) {
            if (field.parameter().equals(parameter)) {
                return field.option();
            }
        }
        for (HitField field : COMMON) {
            if (field.parameter().equals(parameter)) {
                return field.option();
            }
        }
        return null;
    }

    /** Which kind of hit has a field of that name, or null. */
    static @Nullable HitKind kindOf(String name) {
        for (String[] telltale : TELLTALE) {
            if (telltale[0].equals(kebab(name))) {
                return HitKind.of(telltale[1]);
            }
        }
        return null;
    }

    /** Which kind of hit these names speak of, or null. */
    static @Nullable HitKind kindOf(Iterable<String> names) {
        for (String[] telltale : TELLTALE) {
            for (String name : names) {
                if (telltale[0].equals(kebab(name))) {
                    return HitKind.of(telltale[1]);
                }
            }
        }
        return null;
    }

    /** {@code visitorId} as {@code visitor-id}. */
    static String kebab(String name) {
        StringBuilder kebab = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                kebab.append('-').append((char) (c + 32));
            } else {
                kebab.append(c);
            }
        }
        return kebab.toString();
    }

    /**
     * A hit of that kind: the parameters given, and what makes it one of the kind. The target of a download or an outlink
     * is its URL, and the other way round, where only one of them is given; Matomo's reference asks for both.
     */
    public static Hit hit(HitKind kind, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        String mark = kind.mark();
        if (mark != null) {
            all.putIfAbsent(mark, kind.markValue());
        }
        if (kind == HitKind.DOWNLOAD || kind == HitKind.OUTLINK) {
            String target = kind == HitKind.DOWNLOAD ? "download" : "link";
            fill(all, target, all.get("url"));
            fill(all, "url", all.get(target));
        }
        return Hit.of(all);
    }

    private static void fill(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.putIfAbsent(name, value);
        }
    }
}
