package io.opalmind.matomo.track.bulk;

import java.util.function.LongConsumer;

/** Line numbers as the journal writes them: the first, then what each is more than the one before, {@code 17+2+2+9}. */
final class LineSet {
    private LineSet() {}

    /** Appends numbers, which ascend. */
    static void write(StringBuilder text, long[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append('+');
            }
            text.append(i == 0 ? numbers[0] : numbers[i] - numbers[i - 1]);
        }
    }

    /**
     * Hands over the numbers that stand from there to the end.
     *
     * @return how many there are
     */
    static int read(String text, int from, LongConsumer each) {
        long number = 0;
        int count = 0;
        for (int start = from; start < text.length(); count++) {
            int plus = text.indexOf('+', start);
            int end = plus < 0 ? text.length() : plus;
            number += Long.parseLong(text, start, end, 10);
            each.accept(number);
            start = end + 1;
        }
        return count;
    }
}
