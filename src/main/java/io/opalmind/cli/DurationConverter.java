package io.opalmind.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}, {@code 7d}; a bare number is seconds. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == 0 || end > 9) {
            throw wrong(text);
        }
        long number = Long.parseLong(text.substring(0, end));
        Duration duration =
                switch (text.substring(end)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "", "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> throw wrong(text);
                };
        if (duration.isZero()) {
            throw wrong(text);
        }
        return duration;
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException("'" + text + "' is no duration; write 500ms, 30s, 2m, 1h or 7d");
    }
}
