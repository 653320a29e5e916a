package io.opalmind.sandbox.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Adds days up in the order Matomo does: days to weeks, weeks and odd days to months, and months, weeks and odd days to years
 * and ranges. The order shows in the last digits of sums of money.
 *
 * @param <T> what is added up
 */
final class Aggregation<T> {
    private final Function<LocalDate, T> day;
    private final BinaryOperator<T> plus;

    /**
     * @param day what a day holds, new at each call
     * @param plus adds its second argument to the first and answers it
     */
    Aggregation(Function<LocalDate, T> day, BinaryOperator<T> plus) {
        this.day = day;
        this.plus = plus;
    }

    /** The sum over a scope's period. */
    T total(Scope scope) {
        return switch (scope.kind()) {
            case DAY, WEEK -> days(scope.first(), scope.last());
            case MONTH -> weeksAndDays(scope.first(), scope.last());
            case YEAR, RANGE -> monthsWeeksAndDays(scope.first(), scope.last());
        };
    }

    private T days(LocalDate first, LocalDate last) {
        T sum = day.apply(first);
        for (LocalDate date = first.plusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            sum = plus.apply(sum, day.apply(date));
        }
        return sum;
    }

    private T weeksAndDays(LocalDate first, LocalDate last) {
        return parts(first, last, Aggregation::weekOrDay, this::days);
    }

    private T monthsWeeksAndDays(LocalDate first, LocalDate last) {
        return parts(first, last, Aggregation::monthWeekOrDay, this::weeksAndDays);
    }

    /** @param end where the part ends that begins on a day, given the last day of all */
    private T parts(
            LocalDate first, LocalDate last, BinaryOperator<LocalDate> end, BiFunction<LocalDate, LocalDate, T> part) {
        LocalDate until = end.apply(first, last);
        T sum = part.apply(first, until);
        for (LocalDate date = until.plusDays(1); !date.isAfter(last); date = until.plusDays(1)) {
            until = end.apply(date, last);
            sum = plus.apply(sum, part.apply(date, until));
        }
        return sum;
    }

    private static LocalDate monthWeekOrDay(LocalDate date, LocalDate last) {
        LocalDate endOfMonth = date.with(TemporalAdjusters.lastDayOfMonth());
        if (date.getDayOfMonth() == 1 && !endOfMonth.isAfter(last)) {
            return endOfMonth;
        }
        LocalDate end = weekOrDay(date, last);
        // a week that hangs over the end of a month is cut where a whole month follows
        boolean monthFollows = date.withDayOfMonth(1).plusMonths(2).isBefore(last);
        return monthFollows && end.isAfter(endOfMonth) ? date : end;
    }

    private static LocalDate weekOrDay(LocalDate date, LocalDate last) {
        LocalDate sunday = date.plusDays(6);
        return date.getDayOfWeek() == DayOfWeek.MONDAY && !sunday.isAfter(last) ? sunday : date;
    }
}
