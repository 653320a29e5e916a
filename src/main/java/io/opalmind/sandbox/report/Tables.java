package io.opalmind.sandbox.report;

import java.time.LocalDate;
import java.util.function.Function;

/** Adds tables of days up. */
final class Tables {
    private Tables() {}

    /** The table of a scope's period from new tables of its days. */
    static Table total(Scope scope, Function<LocalDate, Table> day) {
        return new Periods<>(day, Tables::plus).total(scope);
    }

    private static Table plus(Table sum, Table other) {
        sum.absorb(other);
        return sum;
    }
}
