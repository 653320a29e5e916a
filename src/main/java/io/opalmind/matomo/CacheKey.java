package io.opalmind.matomo;

import org.jspecify.annotations.Nullable;

/**
 * The cache's key of a query: what JavaScript's {@code JSON.stringify({feature, input})} gives, byte for byte, as the
 * SDK makes it. Members stand in the SDK's order and only where the user gave them; a default limit is no member.
 */
final class CacheKey {
    private final StringBuilder json = new StringBuilder(96);

    private CacheKey() {}

    /**
     * The key of a report that a limit and a sort column cut.
     *
     * @param feature letters and digits
     */
    static String of(String feature, ReportQuery query) {
        return of(feature, query, true);
    }

    /** @param cut whether limit and sort matter; the SDK's keys have none for reports that are one record */
    static String of(String feature, ReportQuery query, boolean cut) {
        CacheKey key = new CacheKey();
        ReportFilters filters = query.filters();
        key.json.append("{\"feature\":\"").append(feature).append("\",\"input\":{");
        key.json.append("\"siteId\":").append(query.siteId());
        key.text("funnelId", filters.funnel());
        key.text("period", query.period());
        key.text("date", query.date());
        key.text("segment", query.segment());
        if (cut && query.limit() != null) {
            key.json.append(",\"limit\":").append(query.limit().intValue());
        }
        key.text("category", filters.category());
        key.text("action", filters.action());
        key.text("name", filters.name());
        key.text("channelType", filters.channel());
        key.text("goalId", filters.goal());
        key.text("goalType", filters.goalType());
        if (filters.series()) {
            key.json.append(",\"includeSeries\":true");
        }
        // Ours: the SDK cannot sort, so no key of its has this member.
        key.text("sort", cut ? query.sort() : null);
        return key.json.append("}}").toString();
    }

    /** The key of what is known of a site; a feature of ours. */
    static String ofSite(long siteId) {
        return "{\"feature\":\"site\",\"input\":{\"siteId\":" + siteId + "}}";
    }

    /** The key of the sites where the token may write. */
    static String ofRights() {
        return "{\"feature\":\"rights\",\"input\":{}}";
    }

    /** The key of a site's goals, their ids and names. */
    static String ofGoals(long siteId) {
        return "{\"feature\":\"goals\",\"input\":{\"siteId\":" + siteId + "}}";
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.append(",\"").append(name).append("\":\"");
            for (int i = 0; i < value.length(); i++) {
                character(value, i);
            }
            json.append('"');
        }
    }

    private void character(String text, int index) {
        char c = text.charAt(index);
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ' || isLone(text, index)) {
                    json.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
                } else {
                    json.append(c);
                }
            }
        }
    }

    private static boolean isLone(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
