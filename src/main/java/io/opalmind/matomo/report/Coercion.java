package io.opalmind.matomo.report;

import io.opalmind.matomo.Value;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as the SDK makes them: Matomo 4 writes {@code "74"} where 5 writes {@code 74}, and both write {@code false}
 * where an event never had a value.
 */
final class Coercion {
    /** No metric has more digits; a parser refuses numbers of more than a thousand. */
    private static final int LONGEST = 40;

    private Coercion() {}

    /** A numeric string as its number, false and true as 0 and 1; everything else as it stands. */
    static Value number(Value value) {
        if (value instanceof Value.Flag flag) {
            return Value.Num.of(flag.on() ? 1 : 0);
        }
        return value instanceof Value.Text text ? numeric(text, text.text().strip()) : value;
    }

    /** As {@link #number}, and also {@code "1,234"}, which Matomo writes for people. */
    static Value grouped(Value value) {
        return value instanceof Value.Text text
                ? numeric(text, text.text().strip().replace(",", ""))
                : value;
    }

    private static Value numeric(Value.Text text, String digits) {
        if (isJsonNumber(digits)) {
            return new Value.Num(digits);
        }
        if (digits.isEmpty() || !looksNumeric(digits)) {
            return text;
        }
        try {
            return new Value.Num(new BigDecimal(digits).toPlainString());
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }

    /** Rejects what BigDecimal would take hours to write out, such as {@code 1e999999999}. */
    private static boolean looksNumeric(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (!(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '+') {
                return false;
            }
        }
        return digits.length() <= LONGEST;
    }

    /** Whether the digits are a JSON number without an exponent, so that they can be written as they stand. */
    private static boolean isJsonNumber(String digits) {
        if (digits.length() > LONGEST) {
            return false;
        }
        int at = digits.startsWith("-") ? 1 : 0;
        int whole = digitsFrom(digits, at);
        if (whole == at || (digits.charAt(at) == '0' && whole > at + 1)) {
            return false;
        }
        if (whole == digits.length()) {
            return true;
        }
        int fraction = digitsFrom(digits, whole + 1);
        return digits.charAt(whole) == '.' && fraction > whole + 1 && fraction == digits.length();
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /**
     * A double in the digits that JavaScript writes: the fewest that read back as the same number. Null where there are
     * none, as JSON.stringify has it: sums of {@code 1e999} are infinite.
     */
    static Value of(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Value.Nothing.INSTANCE;
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Value.Num.of((long) number);
        }
        return new Value.Num(digits(shortest(number)));
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int precision = 15; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros();
    }

    /** JavaScript writes an exponent from 1e21 on and below 1e-6. */
    private static String digits(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent < 21 && exponent >= -6) {
            return number.toPlainString();
        }
        String digits = number.movePointLeft(exponent).toPlainString();
        return digits + (exponent < 0 ? "e" : "e+") + exponent;
    }
}
