package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalOrderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page-2 /page-10",
                "/post-02 /post-14",
                "about Blog",
                "/ /a",
                "/a/2 /a/2/3",
                "/post-007 /post-01",
                "same same"
            })
    void orders_as_php_does(String pair) {
        List<String> ordered = List.of(pair.split(" "));

        List<String> sorted = new ArrayList<>(List.of(ordered.get(1), ordered.get(0)));
        sorted.sort(NaturalOrder.INSTANCE);

        assertEquals(ordered, sorted);
    }
}
