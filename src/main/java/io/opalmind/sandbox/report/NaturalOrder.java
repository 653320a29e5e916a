package io.opalmind.sandbox.report;

import java.util.Comparator;

/** The order of labels: numbers in them by size, letters without regard to case. */
public enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            char a = one.charAt(i);
            char b = other.charAt(j);
            if (isDigit(a) && isDigit(b)) {
                int endA = endOfDigits(one, i);
                int endB = endOfDigits(other, j);
                int order = a == '0' || b == '0'
                        ? fraction(one.substring(i, endA), other.substring(j, endB))
                        : number(one.substring(i, endA), other.substring(j, endB));
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(Character.toUpperCase(a), Character.toUpperCase(b));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static int number(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : one.length() - other.length();
    }

    /** Digits after a leading zero count like those behind a decimal point. */
    private static int fraction(String one, String other) {
        return one.compareTo(other);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
