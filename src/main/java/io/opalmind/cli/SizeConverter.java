package io.opalmind.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500}, {@code 10k}, {@code 4mb}, {@code 1g}: bytes, in steps of 1024. */
final class SizeConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == 0 || end > 9) {
            throw wrong(text);
        }
        long number = Long.parseLong(text.substring(0, end));
        return switch (text.substring(end).toLowerCase(Locale.ROOT)) {
            case "", "b" -> number;
            case "k", "kb" -> number << 10;
            case "m", "mb" -> number << 20;
            case "g", "gb" -> number << 30;
            default -> throw wrong(text);
        };
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException("'" + text + "' is no size; write 500, 10k, 4mb or 1g");
    }
}
