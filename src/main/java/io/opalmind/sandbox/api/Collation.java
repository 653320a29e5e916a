package io.opalmind.sandbox.api;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares texts as Matomo's database does: case, accents and spaces at the end make no difference. */
final class Collation {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Collation() {}

    /** @param operator none that compares sizes */
    static boolean holds(String value, Operator operator, String wanted) {
        String there = fold(value);
        String asked = fold(wanted);
        return switch (operator) {
            case EQUAL -> there.stripTrailing().equals(asked.stripTrailing());
            case NOT_EQUAL -> !there.stripTrailing().equals(asked.stripTrailing());
            case CONTAINS -> there.contains(asked);
            case CONTAINS_NOT -> !there.contains(asked);
            case STARTS -> there.startsWith(asked);
            case ENDS -> there.endsWith(asked);
            case AT_LEAST, MORE, AT_MOST, LESS -> throw new IllegalArgumentException(operator.sign());
        };
    }

    private static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
