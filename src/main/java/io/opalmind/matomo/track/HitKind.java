package io.opalmind.matomo.track;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hit says, and which of Matomo's parameters make it so. */
public enum HitKind {
    PAGEVIEW("pageview", "a page was seen, or a product on it"),
    EVENT("event", "something was done: a category, an action", "ca", "1"),
    GOAL("goal", "a goal was reached"),
    ORDER("order", "something was bought", "idgoal", "0"),
    CART("cart", "what the cart holds now", "idgoal", "0"),
    SEARCH("search", "something was looked for on the site"),
    CONTENT("content", "a content block was shown, or used", "ca", "1"),
    DOWNLOAD("download", "a file was fetched"),
    OUTLINK("outlink", "a link to elsewhere was followed"),
    PING("ping", "the visitor is still there; nothing is counted", "ping", "1");

    /** Parameters that say what was done, each with the kind it belongs to. */
    private static final String[] SUBJECTS = {"e_c", "e_a", "c_n", "search", "download", "link"};

    private static final HitKind[] THEIR_KINDS = {EVENT, EVENT, CONTENT, SEARCH, DOWNLOAD, OUTLINK};

    private final String label;
    private final String description;
    private final @Nullable String mark;
    private final String value;

    HitKind(String label, String description) {
        this(label, description, null, "");
    }

    HitKind(String label, String description, @Nullable String mark, String value) {
        this.label = label;
        this.description = description;
        this.mark = mark;
        this.value = value;
    }

    /** As users type it. */
    public String label() {
        return label;
    }

    /** A few words, in small letters and without a full stop. */
    public String description() {
        return description;
    }

    /** Matomo's names of the parameters that it cannot do without. */
    public List<String> required() {
        return switch (this) {
            case PAGEVIEW -> List.of("url");
            case EVENT -> List.of("e_c", "e_a");
            case GOAL -> List.of("idgoal");
            case ORDER -> List.of("ec_id", "revenue");
            case CART -> List.of("revenue");
            case SEARCH -> List.of("search");
            case CONTENT -> List.of("c_n");
            case DOWNLOAD -> List.of("download");
            case OUTLINK -> List.of("link");
            case PING -> List.of();
        };
    }

    /**
     * The parameter that tells Matomo of this kind, or null where the others do. {@code ca=1} marks what only a plugin
     * can read, so that Matomo does not take it for a page view where that plugin is off (Action::factory).
     */
    public @Nullable String mark() {
        return mark;
    }

    /** The value of {@link #mark}. */
    public String markValue() {
        return value;
    }

    /** The kind of that label, or null. */
    public static @Nullable HitKind of(String label) {
        for (HitKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        return null;
    }

    /**
     * What Matomo makes of these parameters: a ping or a goal whatever else is there (its PingRequestProcessor and
     * GoalsRequestProcessor drop the action), then the action that is named, else a page view.
     */
    public static HitKind of(Hit hit) {
        if ("1".equals(hit.get("ping"))) {
            return PING;
        }
        String goal = hit.get("idgoal");
        if (goal != null && !goal.isEmpty() && !goal.startsWith("-")) {
            return isNone(goal) ? isNone(hit.get("ec_id")) ? CART : ORDER : GOAL;
        }
        String subject = subject(hit);
        for (int i = 0; i < SUBJECTS.length; i++) {
            if (SUBJECTS[i].equals(subject)) {
                return THEIR_KINDS[i];
            }
        }
        return PAGEVIEW;
    }

    /** The parameter that names an action other than a page view, or null. */
    static @Nullable String subject(Hit hit) {
        for (String subject : SUBJECTS) {
            if (!isNone(hit.get(subject))) {
                return subject;
            }
        }
        return null;
    }

    /** PHP's {@code empty()}: {@code 0} counts as nothing. */
    static boolean isNone(@Nullable String value) {
        return value == null || value.isEmpty() || value.equals("0");
    }
}
