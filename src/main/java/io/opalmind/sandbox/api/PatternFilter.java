package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** {@code filter_pattern}: a regular expression, case-insensitive, in the label or in {@code filter_column}. */
record PatternFilter(String column, @Nullable Pattern pattern, boolean broken) {
    static PatternFilter of(Parameters asked) {
        String text = asked.find("filter_pattern");
        String column = asked.get("filter_column", "label");
        if (text == null) {
            return new PatternFilter(column, null, false);
        }
        try {
            return new PatternFilter(column, Pattern.compile(escape(text), Pattern.CASE_INSENSITIVE), false);
        } catch (PatternSyntaxException broken) {
            return new PatternFilter(column, null, true);
        }
    }

    /** To a broken pattern no row is like. */
    boolean keeps(JsonNode row) {
        return pattern == null
                ? !broken
                : pattern.matcher(escape(row.path(column).asText())).find();
    }

    /** Matomo looks while both are still escaped for HTML. */
    private static String escape(String text) {
        return Html.escape(text).replace("'", "&#039;");
    }
}
