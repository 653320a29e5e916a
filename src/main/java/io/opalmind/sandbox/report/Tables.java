package io.opalmind.sandbox.report;

import io.opalmind.sandbox.report.Scope.Kind;
import java.time.LocalDate;
import java.util.function.Function;

/** Adds tables of days up. */
final class Tables {
    private Tables() {}

    /** The table of a scope's period from new tables of its days. */
    static Table total(Scope scope, Function<LocalDate, Table> day) {
        if (scope.kind() == Kind.DAY) {
            return day.apply(scope.first());
        }
        return new Aggregation<>(date -> daily(day.apply(date)), Tables::plus).total(scope);
    }

    private static Table daily(Table table) {
        table.rows().values().forEach(Row::nameDaily);
        return table;
    }

    private static Table plus(Table sum, Table other) {
        sum.absorb(other);
        return sum;
    }
}
