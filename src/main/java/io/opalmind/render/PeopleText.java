package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Values as people read them: at most two decimals, money with its currency, seconds as hours, minutes and seconds.
 * What a visitor typed is still in it as it was.
 */
final class PeopleText {
    /** Longer numbers are shown as they stand; to expand {@code 1e999999999} would fill the memory. */
    private static final int LONGEST_NUMBER = 40;

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);

    private final CompactJson json = new CompactJson();

    /** The text of a value; empty of null. */
    String of(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Num number) {
            return number(number);
        }
        if (value instanceof Value.Flag flag) {
            return flag.on() ? "true" : "false";
        }
        if (value instanceof Value.Nothing) {
            return "";
        }
        Value.Num amount = Amount.number(value);
        return amount == null ? json.of(value) : amount(amount, value);
    }

    /** Whether the text of a value reads as a number: numbers, money and measures, and Matomo's percentages. */
    static boolean isNumber(Value value) {
        if (value instanceof Value.Text text) {
            return Percent.isPercent(text.text());
        }
        return value instanceof Value.Num || (value instanceof Row && Amount.number(value) != null);
    }

    private static String amount(Value.Num number, Value value) {
        String currency = Amount.currency(value);
        if (currency != null) {
            return money(number) + ' ' + currency;
        }
        String unit = Amount.unit(value);
        return "seconds".equals(unit) ? duration(number) : number(number) + ' ' + unit;
    }

    /** Whole amounts stay whole, as some currencies know nothing else; others have two decimals. */
    private static String money(Value.Num number) {
        String digits = number.digits();
        return isWhole(digits) || !isShort(digits) ? digits : rounded(digits).toPlainString();
    }

    private static String number(Value.Num number) {
        String digits = number.digits();
        if (isWhole(digits) || !isShort(digits)) {
            return digits;
        }
        BigDecimal rounded = rounded(digits);
        if (rounded.signum() == 0) {
            // 0.00 tells what is nearly nothing from what is nothing
            return new BigDecimal(digits).signum() == 0 ? "0" : "0.00";
        }
        return rounded.stripTrailingZeros().toPlainString();
    }

    private static String duration(Value.Num number) {
        String digits = number.digits();
        if (!isShort(digits)) {
            return digits + 's';
        }
        BigDecimal seconds = new BigDecimal(digits);
        if (seconds.abs().compareTo(BigDecimal.valueOf(60)) < 0 || seconds.abs().compareTo(MOST_SECONDS) > 0) {
            return number(number) + 's';
        }
        String sign = seconds.signum() < 0 ? "-" : "";
        return sign + clock(seconds.abs().setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static String clock(long seconds) {
        long hours = seconds / 3600;
        String minutes = seconds % 3600 / 60 + "m " + seconds % 60 + 's';
        return hours == 0 ? minutes : hours + "h " + minutes;
    }

    private static BigDecimal rounded(String digits) {
        return new BigDecimal(digits).setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean isWhole(String digits) {
        return digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
    }

    /** Whether rounding is cheap: few digits, and an exponent of two digits at most. */
    private static boolean isShort(String digits) {
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (exponent >= 0) {
            char sign = digits.charAt(exponent + 1);
            int from = sign == '-' || sign == '+' ? exponent + 2 : exponent + 1;
            return digits.length() <= LONGEST_NUMBER && digits.length() - from <= 2;
        }
        return digits.length() <= LONGEST_NUMBER;
    }
}
