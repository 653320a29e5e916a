package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortedRowsTest {
    @Test
    void numbers_go_by_value_from_the_greatest() throws IOException {
        assertEquals("c b a", sorted("n", "{'id':'a','n':9}", "{'id':'b','n':10}", "{'id':'c','n':1.5e3}"));
    }

    @Test
    void ascending_is_the_other_way_round() throws IOException {
        assertEquals("a b c", sorted("n:asc", "{'id':'c','n':1500}", "{'id':'a','n':-9}", "{'id':'b','n':10}"));
        assertEquals("c b a", sorted("n:desc", "{'id':'c','n':1500}", "{'id':'a','n':-9}", "{'id':'b','n':10}"));
    }

    @Test
    void percentages_go_by_their_number() throws IOException {
        assertEquals("b c a", sorted("r", "{'id':'a','r':'9%'}", "{'id':'b','r':'34%'}", "{'id':'c','r':'10.5%'}"));
    }

    @Test
    void money_and_measures_go_by_their_number() throws IOException {
        assertEquals(
                "b a c",
                sorted(
                        "m",
                        "{'id':'a','m':{'value':9,'currency':'EUR'}}",
                        "{'id':'b','m':{'value':10,'currency':'EUR'}}",
                        "{'id':'c','m':{'value':3.5,'unit':'seconds'}}"));
    }

    @Test
    void texts_go_by_code_point_not_by_half_of_one() throws IOException {
        assertEquals("a b c", sorted("t:asc", "{'id':'c','t':'😀'}", "{'id':'b','t':'ｆ'}", "{'id':'a','t':'Z'}"));
        assertEquals("a b", sorted("t:asc", "{'id':'b','t':'ab'}", "{'id':'a','t':'a'}"));
    }

    @Test
    void rows_without_a_value_come_last_either_way() throws IOException {
        String[] rows = {
            "{'id':'x'}", "{'id':'a','n':1}", "{'id':'y','n':null}", "{'id':'b','n':2}", "{'id':'z','n':{}}"
        };
        assertEquals("b a x y z", sorted("n", rows));
        assertEquals("a b x y z", sorted("n:asc", rows));
    }

    @Test
    void numbers_come_before_texts_either_way() throws IOException {
        String[] rows = {"{'id':'x','n':'text'}", "{'id':'a','n':1}", "{'id':'b','n':'2%'}"};
        assertEquals("b a x", sorted("n", rows));
        assertEquals("a b x", sorted("n:asc", rows));
    }

    @Test
    void equal_rows_keep_their_order_either_way() throws IOException {
        String[] rows = {"{'id':'a','n':1}", "{'id':'b','n':1.0}", "{'id':'c','n':2}", "{'id':'d','n':1}"};
        assertEquals("c a b d", sorted("n", rows));
        assertEquals("a b d c", sorted("n:asc", rows));
        assertEquals("a b", sorted("n", "{'id':'a','n':-0.0}", "{'id':'b','n':0}"));
    }

    @Test
    void a_path_leads_into_nested_objects() throws IOException {
        assertEquals(
                "b a",
                sorted(
                        "goals.idgoal=1.n",
                        "{'id':'a','goals':{'idgoal=1':{'n':1}}}",
                        "{'id':'b','goals':{'idgoal=1':{'n':2}}}"));
    }

    @Test
    void a_column_that_no_row_has_is_refused() {
        var refusal =
                assertThrows(UnknownColumnException.class, () -> sorted("nb_vists:asc", "{'id':'a','nb_visits':1}"));
        assertEquals("nb_vists", refusal.column());
        assertEquals(List.of("id", "nb_visits"), refusal.known());
    }

    @Test
    void a_column_of_nested_objects_alone_is_refused_with_what_is_in_them() {
        var refusal = assertThrows(UnknownColumnException.class, () -> sorted("goals", "{'id':'a','goals':{'x':1}}"));
        assertEquals("goals", refusal.column());
    }

    @Test
    void an_empty_report_is_sorted_by_anything() throws IOException {
        assertEquals("", sorted("whatever"));
    }

    private static String sorted(String order, String... rows) throws IOException {
        List<String> ids = new ArrayList<>();
        SortedRows sorted = new SortedRows(order, row -> ids.add(id(row)));
        for (String row : rows) {
            sorted.row(Rows.of(row));
        }
        sorted.finish();
        return String.join(" ", ids);
    }

    private static String id(Row row) {
        return ((Value.Text) row.get("id")).text();
    }
}
