package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskedColumnsTest {
    @ParameterizedTest
    @EnumSource
    void a_column_that_no_row_has_is_refused_before_anything_is_written(Format format) {
        Printed printed = Printed.plain(format, List.of("label", "nb_vists"));
        printed.row(Rows.of("{'label':'a','nb_visits':1}"));
        printed.row(Rows.of("{'label':'b','nb_hits':2}"));
        var refusal = assertThrows(UnknownColumnException.class, printed::finish);
        assertEquals("nb_vists", refusal.column());
        assertEquals(List.of("label", "nb_visits", "nb_hits"), refusal.known());
        assertEquals("No column 'nb_vists' in this report. It has: label, nb_visits, nb_hits.", refusal.getMessage());
        assertEquals("", printed.text());
    }

    @ParameterizedTest
    @EnumSource
    void of_a_nested_column_the_members_that_could_be_meant_are_named(Format format) {
        Printed printed = Printed.plain(format, List.of("goals.idgoal=1.visits"));
        printed.row(Rows.of("{'label':'a','goals':{'idgoal=1':{'nb_conversions':3,'revenue':1}}}"));
        var refusal = assertThrows(UnknownColumnException.class, printed::finish);
        assertEquals(List.of("goals.idgoal=1.nb_conversions", "goals.idgoal=1.revenue"), refusal.known());
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "NDJSON", "CSV", "TSV"})
    void streams_refuse_it_after_a_thousand_rows_without_waiting_for_the_end(Format format) {
        Printed printed = Printed.plain(format, List.of("url"));
        for (int i = 1; i < 1000; i++) {
            printed.row(Rows.of("{'label':'a'}"));
        }
        assertThrows(UnknownColumnException.class, () -> printed.row(Rows.of("{'label':'a'}")));
        assertEquals("", printed.text());
    }

    @ParameterizedTest
    @EnumSource
    void a_column_of_the_thousandth_row_alone_is_printed(Format format) {
        Printed printed = Printed.plain(format, List.of("label", "url"));
        for (int i = 1; i < 1000; i++) {
            printed.row(Rows.of("{'label':'a'}"));
        }
        printed.row(Rows.of("{'label':'a','url':'here'}"));
        assertTrue(printed.finish().contains("here"));
    }

    @ParameterizedTest
    @EnumSource
    void columns_of_an_empty_report_cannot_be_judged_and_are_not_refused(Format format) {
        Printed.plain(format, List.of("whatever")).finish();
    }

    @ParameterizedTest
    @EnumSource
    void a_column_that_is_null_everywhere_is_there(Format format) {
        Printed printed = Printed.plain(format, List.of("label"));
        printed.row(Rows.of("{'label':null}"));
        printed.finish();
    }

    @Test
    void a_column_asked_for_twice_is_printed_once() {
        Printed printed = Printed.plain(Format.CSV, List.of("b", "a", "b"));
        printed.row(Rows.of("{'a':1,'b':2}"));
        assertEquals("b,a\r\n2,1\r\n", printed.finish());
    }

    @Test
    void a_members_own_name_comes_before_a_path_of_the_same_look() {
        Printed printed = Printed.plain(Format.NDJSON, List.of("a.b.c"));
        printed.row(Rows.of("{'a.b.c':1,'a':{'b':{'c':2}}}"));
        printed.row(Rows.of("{'a':{'b':{'c':2}},'a.b':{'x':0}}"));
        printed.row(Rows.of("{'a':{'x':0},'a.b':{'c':3}}"));
        assertEquals("{\"a.b.c\":1}\n{\"a.b.c\":2}\n{\"a.b.c\":3}\n", printed.finish());
    }
}
