package io.opalmind.matomo;

import java.util.List;

/**
 * One value of a Matomo answer, as Matomo wrote it.
 *
 * <p>Numbers keep their digits: {@code 253.67000000000002} stays that, as it would not through a {@code double}'s
 * formatting of another language. Nested objects are {@link Row}s.
 */
public sealed interface Value permits Value.Text, Value.Num, Value.Flag, Value.Nothing, Value.Items, Row {

    /** A string. May hold anything a visitor typed. */
    record Text(String text) implements Value {}

    /** A number, in the digits of its source; always a valid JSON number. */
    record Num(String digits) implements Value {
        public static Num of(long number) {
            return new Num(Long.toString(number));
        }

        public double asDouble() {
            return Double.parseDouble(digits);
        }
    }

    /** A boolean. */
    record Flag(boolean on) implements Value {}

    /** JSON's null. */
    record Nothing() implements Value {
        public static final Nothing INSTANCE = new Nothing();
    }

    /** An array. */
    record Items(List<Value> values) implements Value {}
}
