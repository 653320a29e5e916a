package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static Value json(String text) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            return RowJson.read(json);
        }
    }

    private static List<String> paths(String before, String after) throws IOException {
        return Difference.between(json(before), json(after)).stream()
                .map(Difference::path)
                .toList();
    }

    @Test
    void same_values_do_not_differ() throws IOException {
        assertEquals(List.of(), paths("[{\"label\":\"a\",\"n\":1}]", "[{\"n\":1.0,\"label\":\"a\"}]"));
        assertEquals(List.of(), paths("{\"revenue\":5}", "{\"revenue\":{\"value\":5,\"currency\":\"EUR\"}}"));
        assertEquals(List.of(), paths("null", "null"));
    }

    @Test
    void rows_are_compared_by_their_labels() throws IOException {
        String before = "[{\"label\":\"a\",\"n\":1},{\"label\":\"b\",\"n\":2}]";
        String after = "[{\"label\":\"b\",\"n\":2},{\"label\":\"a\",\"n\":3},{\"label\":\"c\",\"n\":1}]";
        assertEquals(List.of("[a].n", "[c]"), paths(before, after));
        assertEquals(
                List.of("[a].n", "[c]"), paths(after, before).stream().sorted().toList());
    }

    @Test
    void rows_of_a_series_are_compared_by_date_and_label() throws IOException {
        String before = "[{\"date\":\"d1\",\"label\":\"a\",\"n\":1},{\"date\":\"d2\",\"label\":\"a\",\"n\":2}]";
        assertEquals(List.of("[d2 a].n"), paths(before, before.replace("2}", "3}")));
    }

    @Test
    void members_that_come_and_go_are_told() throws IOException {
        assertEquals(List.of("a", "b.c"), paths("{\"a\":1,\"b\":{}}", "{\"b\":{\"c\":1}}"));
        assertEquals(List.of(""), paths("[]", "{}"));
        assertEquals(List.of("[1]"), paths("[1,2]", "[1]"));
    }

    @Test
    void no_more_than_a_hundred_are_looked_for() throws IOException {
        String many = "[" + "1,".repeat(500) + "1]";
        assertEquals(Difference.MOST, paths(many, "[]").size());
    }
}
