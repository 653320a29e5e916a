package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemRowsTest {
    @Test
    void scalars_are_texts_and_objects_have_no_columns() {
        assertEquals(
                List.of(List.of("A", List.of("x", "y"), "19.7", "3", "true", "null", List.of()), "row"),
                ItemRows.read("[[\"A\",[\"x\",\"y\"],19.70,3,true,null,{\"a\":[1]}],\"row\"]"));
        assertEquals(List.of(List.of("A")), ItemRows.read("{\"0\":[\"A\"]}"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "7", "null", "[[\"A\"]", "{\"a\":", "nonsense", "[}"})
    void what_is_no_list_has_no_members(String text) {
        assertEquals(List.of(), ItemRows.read(text));
    }

    @Test
    void depth_is_bounded() {
        assertEquals(List.of(), ItemRows.read("[".repeat(100_000)));
    }
}
