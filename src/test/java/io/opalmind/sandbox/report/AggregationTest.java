package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.sandbox.report.Scope.Kind;
import io.opalmind.sandbox.site.Site;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is put together first shows in brackets; days go by their number. */
class AggregationTest {
    private static final Aggregation<String> PERIODS = new Aggregation<>(
            date -> Integer.toString(date.getDayOfMonth()),
            (sum, other) -> sum + "+" + (other.contains("+") ? "(" + other + ")" : other));

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-11-09, 2026-11-15, 9+10+11+12+13+14+15",
        "RANGE, 2026-11-06, 2026-11-17, 6+7+8+(9+10+11+12+13+14+15)+16+17",
        "RANGE, 2026-11-10, 2026-11-12, 10+11+12",
        "MONTH, 2027-02-01, 2027-02-28, "
                + "1+2+3+4+5+6+7+(8+9+10+11+12+13+14)+(15+16+17+18+19+20+21)+(22+23+24+25+26+27+28)",
    })
    void adds_as_matomo_does(Kind kind, LocalDate first, LocalDate last, String sum) {
        Scope scope = new Scope(Site.plain(1, ""), kind, first, last, true, List.of());

        assertEquals(sum, PERIODS.total(scope));
    }

    @ParameterizedTest
    @CsvSource({
        // days up to the end of January, as a whole month follows; then February of its own; then weeks and days
        "2027-01-29, 2027-03-09, 29+30+31+(1+2+3+4+5+6+7+(8+9+10+11+12+13+14)+(15+16+17+18+19+20+21)"
                + "+(22+23+24+25+26+27+28))+(1+2+3+4+5+6+7)+8+9",
    })
    void adds_long_ranges_by_months(LocalDate first, LocalDate last, String sum) {
        Scope scope = new Scope(Site.plain(1, ""), Kind.RANGE, first, last, true, List.of());

        assertEquals(sum, PERIODS.total(scope));
    }
}
