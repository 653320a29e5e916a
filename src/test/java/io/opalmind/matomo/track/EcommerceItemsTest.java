package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcommerceItemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "sku=A1,name=Hat,category=Hats|Red,price=19.7,quantity=3 ~ [[\"A1\",\"Hat\",[\"Hats\",\"Red\"],19.7,3]]",
                "sku=A1 ~ [[\"A1\",\"\",\"\",0,1]]",
                "quantity=2,sku=A1 ~ [[\"A1\",\"\",\"\",0,2]]",
                "sku=A1,name=\"Hat, red\",price=-5 ~ [[\"A1\",\"Hat, red\",\"\",-5,1]]",
                "sku=A1,name=Hat\\, red ~ [[\"A1\",\"Hat, red\",\"\",0,1]]",
                "sku=A\\\\1,name=\\\"x\\\"=y ~ [[\"A\\\\1\",\"\\\"x\\\"=y\",\"\",0,1]]",
                "sku=A1,category=a\\|b|\"c|d\" ~ [[\"A1\",\"\",[\"a|b\",\"c|d\"],0,1]]",
                "sku=A1,name=a|b ~ [[\"A1\",\"a|b\",\"\",0,1]]",
                "sku=A1,name=größe ~ [[\"A1\",\"größe\",\"\",0,1]]",
                "sku=A1,price=+.50 ~ [[\"A1\",\"\",\"\",0.50,1]]",
                "sku=A1,price=007.,quantity=02 ~ [[\"A1\",\"\",\"\",7,2]]",
            })
    void item_is_read_as_typed(String typed, String json) {
        assertEquals(json, new EcommerceItems().add(typed).json());
        assertNull(EcommerceItems.fault(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ FIELD=VALUE",
                "name=Hat ~ needs a sku",
                "sku=0 ~ needs a sku",
                "sku=A1,price=1,5 ~ decimals have a dot",
                "sku=A1,price=x ~ a number",
                "sku=A1,quantity=0 ~ Matomo takes for 1",
                "sku=A1,quantity=1.5 ~ a whole number",
                "sku=A1,colour=red ~ no field 'colour'",
                "sku=A1,sku=A2 ~ twice",
                "sku=A1,name=\"Hat ~ not closed",
                "sku=A1,category=a|b|c|d|e|f ~ 5 categories",
                "sku=A1, ~ FIELD=VALUE",
            })
    void item_that_matomo_would_change_is_refused(String typed, String reason) {
        String message = ""
                + assertThrows(IllegalArgumentException.class, () -> new EcommerceItems().add(typed))
                        .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void file_holds_objects_or_matomos_arrays() {
        String objects = """
                [{"sku": "A1", "name": "Hat", "category": "Hats", "price": 19.70, "quantity": 3},
                 {"price": "5", "categories": ["a", "b"], "sku": 7, "name": null}]""";
        assertEquals(
                "[[\"A1\",\"Hat\",[\"Hats\"],19.70,3],[\"7\",\"\",[\"a\",\"b\"],5,1]]",
                new EcommerceItems().addJson(objects).json());
        assertEquals(
                "[[\"A1\",\"Hat\",[\"Hats\"],19.7,3]]",
                new EcommerceItems()
                        .addJson("[[\"A1\", \"Hat\", [\"Hats\"], 19.7, 3]]")
                        .json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{} ~ array of items",
                "[ ~ no JSON (line 1)",
                "nonsense ~ no JSON",
                "[1] ~ an object or an array",
                "[] [] ~ nothing behind",
                "[[\"A\",\"\",\"\",1,1,1]] ~ no more",
                "[[\"A\",{}]] ~ a text or a number",
                "[{\"sku\":\"A\",\"price\":true}] ~ a text or a number",
                "`` ~ array of items"
            })
    void file_that_holds_no_items_is_refused(String json, String reason) {
        String message = ""
                + assertThrows(IllegalArgumentException.class, () -> new EcommerceItems().addJson(json))
                        .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void recorded_items_are_in_the_form_that_is_written() throws IOException {
        for (NamedHit recorded : RecordedHits.all()) {
            String items = recorded.hit().get("ec_items");
            if (items != null) {
                String compact = items.replace(", ", ",").replace("\\u00e9", "é");
                assertEquals(compact, new EcommerceItems().addJson(items).json());
            }
        }
    }
}
