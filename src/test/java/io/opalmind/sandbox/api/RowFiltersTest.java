package io.opalmind.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFiltersTest {
    private static final JsonNode ROWS = Asking.json("""
            [{"label":"/p10","nb_visits":9,"nb_hits":9,"bounce_rate":"33%","goals":{},"url":"u","Actions_PageUrl":"/p10"},
             {"label":"/p2","nb_visits":9,"nb_hits":12,"bounce_rate":"100%"},
             {"label":"/Q&A","nb_visits":"4","nb_hits":9},
             {"label":"/it's <b>","nb_visits":3,"nb_hits":9,"bounce_rate":"5%"}]""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            filter_limit=-1                                    | /p10 /p2 /Q&A /it's <b>
            filter_limit=2                                     | /p10 /p2
            filter_limit=2 filter_offset=1                     | /p2 /Q&A
            filter_limit=2 filter_offset=9                     | ""
            filter_limit=0                                     | ""
            filter_limit=2147483647 filter_offset=1            | /p2 /Q&A /it's <b>
            filter_sort_column=nb_hits                         | /p2 /p10 /Q&A /it's <b>
            filter_sort_column=nb_hits filter_sort_order=asc   | /it's <b> /Q&A /p10 /p2
            filter_sort_column=nb_visits                       | /p2 /p10 /Q&A /it's <b>
            filter_sort_column=nb_visits filter_sort_order=asc | /it's <b> /Q&A /p10 /p2
            filter_sort_column=bounce_rate                     | /p2 /p10 /it's <b> /Q&A
            filter_sort_column=bounce_rate filter_sort_order=asc | /it's <b> /p10 /p2 /Q&A
            filter_sort_column=label filter_sort_order=asc     | /it's <b> /p2 /p10 /Q&A
            filter_sort_column=label                           | /Q&A /p10 /p2 /it's <b>
            filter_sort_column=nope                            | /p2 /p10 /Q&A /it's <b>
            filter_pattern=P1                                  | /p10
            filter_pattern=^/p                                 | /p10 /p2
            filter_pattern=q&a                                 | /Q&A
            filter_pattern=q.{1,6}a$                           | /Q&A
            filter_pattern=it's                                | /it's <b>
            filter_pattern=(                                   | ""
            filter_pattern=9 filter_column=nb_hits             | /p10 /Q&A /it's <b>
            filter_pattern=p filter_sort_column=nb_hits filter_limit=1 | /p2
            """)
    void keeps_rows(String asked, String labels) {
        StringJoiner left = new StringJoiner(" ");
        filters(asked).apply(ROWS).forEach(row -> left.add(row.get("label").asText()));

        assertEquals(labels, left.toString());
    }

    @Test
    void columns_that_are_shown_leave_what_stands_beside_them() {
        assertEquals(
                Asking.json("""
                        [{"label":"/p10","nb_hits":9,"url":"u","Actions_PageUrl":"/p10"}]"""),
                filters("filter_limit=1 showColumns=label,nb_hits").apply(ROWS));
        assertEquals(
                Asking.json("""
                        [{"label":"/p10","nb_hits":9,"bounce_rate":"33%","url":"u","Actions_PageUrl":"/p10"}]"""),
                filters("filter_limit=1 hideColumns=goals,nb_visits,url").apply(ROWS));
    }

    @Test
    void a_hundred_rows_are_the_default() {
        StringJoiner many = new StringJoiner(",", "[", "]");
        for (int i = 0; i < 120; i++) {
            many.add("{\"label\":\"" + i + "\"}");
        }

        assertEquals(100, filters("x=1").apply(Asking.json(many.toString())).size());
    }

    @Test
    void of_a_record_one_column_alone_is_its_value() {
        JsonNode row = Asking.json("{\"nb_visits\":27,\"nb_actions\":30}");

        assertEquals(27, filters("showColumns=nb_visits").apply(row).asInt());
        assertEquals(row, filters("columns=nb_visits,nb_actions").apply(row));
        assertEquals(30, filters("hideColumns=nb_visits").apply(row).asInt());
    }

    private static RowFilters filters(String asked) {
        Map<String, String> parameters = new HashMap<>();
        for (String one : asked.split(" ")) {
            int equals = one.indexOf('=');
            parameters.put(one.substring(0, equals), one.substring(equals + 1));
        }
        return new RowFilters(new Parameters(parameters));
    }
}
