package io.opalmind.sandbox.api;

import java.util.Currency;
import java.util.Locale;

/** Names and signs of currencies, in English. */
final class Currencies {
    private Currencies() {}

    static String name(String code) {
        try {
            return Currency.getInstance(code).getDisplayName(Locale.ENGLISH);
        } catch (IllegalArgumentException unknown) {
            return code;
        }
    }

    static String sign(String code) {
        return switch (code) {
            case "EUR" -> "€";
            case "USD" -> "$";
            case "GBP" -> "£";
            case "JPY" -> "¥";
            default -> code;
        };
    }
}
