package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A row and what it is sorted by: a number, else a text, else nothing.
 *
 * @param number NaN where there is none
 */
record SortKey(Row row, double number, @Nullable String text) {
    /** An order of rows; a class of its own, as the first lambda of a process costs more than a sort. */
    record Order(int direction) implements Comparator<SortKey> {
        static Order of(boolean ascending) {
            return new Order(ascending ? 1 : -1);
        }

        @Override
        public int compare(SortKey a, SortKey b) {
            return a.compare(b, direction);
        }
    }

    /** What a row is sorted by; adding nothing to a number makes {@code -0} equal to {@code 0}. */
    static SortKey of(Row row, Column column) {
        Value value = column.in(row);
        if (value instanceof Value.Text text) {
            Double percent = Percent.of(text.text());
            return percent == null ? new SortKey(row, Double.NaN, text.text()) : new SortKey(row, percent, null);
        }
        return new SortKey(row, number(value) + 0.0, null);
    }

    boolean hasValue() {
        return kind() < 2;
    }

    private static double number(@Nullable Value value) {
        if (value instanceof Value.Num number) {
            return number.asDouble();
        }
        if (value instanceof Value.Flag flag) {
            return flag.on() ? 1 : 0;
        }
        Value.Num amount = value == null ? null : Amount.number(value);
        return amount == null ? Double.NaN : amount.asDouble();
    }

    /** Numbers come first, then texts, then rows with neither. */
    private int kind() {
        if (text != null) {
            return 1;
        }
        return Double.isNaN(number) ? 2 : 0;
    }

    private int compare(SortKey other, int direction) {
        if (kind() != other.kind()) {
            return Integer.compare(kind(), other.kind());
        }
        if (text != null && other.text != null) {
            return direction * compareCodePoints(text, other.text);
        }
        return direction * Double.compare(number, other.number);
    }

    /** Unlike String's order, which puts an emoji before a fullwidth letter as its surrogates are smaller. */
    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean pair = Character.isSurrogate(left);
                return pair == Character.isSurrogate(right) ? Character.compare(left, right) : pair ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
