package io.opalmind.health;

import java.math.BigDecimal;

/**
 * A number that a check observed, for those who draw it over time.
 *
 * @param label in Nagios' performance data
 * @param metric Prometheus' name, in its base unit and without {@code opalmind_}
 * @param help what it is, a sentence
 * @param value in that unit
 * @param warn the range without a warning, as the monitoring plugins write it ({@code 10}, {@code 20:}); empty for none
 * @param fail the range without a failure
 */
public record Measure(String label, String metric, String help, double value, Unit unit, String warn, String fail) {
    /** What is counted. */
    public enum Unit {
        MILLISECONDS("ms", 1000),
        SECONDS("s", 1),
        PERCENT("%", 100),
        COUNT("", 1);

        private final String symbol;
        private final double perBase;

        Unit(String symbol, double perBase) {
            this.symbol = symbol;
            this.perBase = perBase;
        }
    }

    static Measure of(String label, String metric, String help, double value, Unit unit) {
        return new Measure(label, metric, help, value, unit, "", "");
    }

    static Measure of(String label, String metric, String help, long value, Unit unit) {
        return of(label, metric, help, (double) value, unit);
    }

    Measure within(String warning, String failure) {
        return new Measure(label, metric, help, value, unit, warning, failure);
    }

    /** {@code 'matomo'=12ms;;;0}: no measure here is ever below zero but a clock. */
    String performance() {
        String least = value < 0 ? "" : "0";
        String most = unit == Unit.PERCENT ? "100" : "";
        String text =
                "'" + label + "'=" + digits(value) + unit.symbol + ";" + warn + ";" + fail + ";" + least + ";" + most;
        int end = text.length();
        while (text.charAt(end - 1) == ';') {
            end--;
        }
        return text.substring(0, end);
    }

    /** In seconds where it is a time, a ratio where it is a percentage. */
    String inBaseUnit() {
        return digits(value / unit.perBase);
    }

    /** At most six decimals, and none where it is whole. */
    static String digits(double number) {
        double rounded = Math.round(number * 1e6) / 1e6;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : BigDecimal.valueOf(rounded).toPlainString();
    }
}
