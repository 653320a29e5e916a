package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LateColumnsTest {
    private static final String COMMON = "{'label':'a','nb_visits':1}";

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV"})
    void members_that_first_come_behind_the_first_thousand_rows_are_reported_once(Format format) {
        Printed printed = thousand(format, List.of());
        printed.row(Rows.of("{'label':'b','nb_visits':2,'revenue':3,'url':'x'}"));
        printed.row(Rows.of("{'url':'y','label':'c'}"));
        printed.finish();
        assertEquals(List.of("revenue", "url"), printed.lateColumns());
    }

    @Test
    void their_rows_are_printed_with_the_columns_there_are() {
        Printed printed = thousand(Format.CSV, List.of());
        printed.row(Rows.of("{'revenue':3,'nb_visits':2,'label':'b'}"));
        assertTrue(printed.finish().endsWith("a,1\r\nb,2\r\n"));
    }

    @Test
    void a_member_of_the_thousandth_row_is_in_the_header() {
        Printed printed = Printed.plain(Format.CSV, List.of());
        for (int i = 1; i < 1000; i++) {
            printed.row(Rows.of(COMMON));
        }
        printed.row(Rows.of("{'url':'x','label':'b'}"));
        String text = printed.finish();
        assertTrue(text.startsWith("label,nb_visits,url\r\na,1,\r\n"));
        assertTrue(text.endsWith("b,,x\r\n"));
        assertEquals(List.of(), printed.lateColumns());
    }

    @Test
    void currencies_that_come_too_late_are_reported() {
        Printed printed = thousand(Format.CSV, List.of());
        printed.row(Rows.of("{'label':'b','nb_visits':{'value':5,'currency':'EUR'}}"));
        assertTrue(printed.finish().endsWith("b,5\r\n"));
        assertEquals(List.of("currency"), printed.lateColumns());
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV"})
    void members_that_nobody_asked_for_are_not_late(Format format) {
        Printed printed = thousand(format, List.of("label"));
        printed.row(Rows.of("{'label':'b','revenue':3}"));
        printed.finish();
        assertEquals(List.of(), printed.lateColumns());
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "NDJSON", "TABLE", "MARKDOWN"})
    void formats_without_a_header_of_their_own_print_every_member(Format format) {
        Printed printed = thousand(format, List.of());
        printed.row(Rows.of("{'late':'here'}"));
        assertTrue(printed.finish().contains("here"));
        assertEquals(List.of(), printed.lateColumns());
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "NDJSON", "CSV", "TSV"})
    void streams_write_long_before_the_end(Format format) {
        Printed printed = thousand(format, List.of());
        for (int i = 0; i < 20_000; i++) {
            printed.row(Rows.of(COMMON));
        }
        assertFalse(printed.text().isEmpty());
    }

    private static Printed thousand(Format format, List<String> columns) {
        Printed printed = Printed.plain(format, columns);
        for (int i = 0; i < 1000; i++) {
            printed.row(Rows.of(COMMON));
        }
        return printed;
    }
}
