package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals, orders and carts. */
class ConversionsTest {
    private static final String CONTACT = "url=https%3A%2F%2Fexample.com%2FContact%3Fmtm_campaign%3Dx&action_name=C";

    private final Trial trial = new Trial();

    private List<Conversion> conversions() {
        return trial.visit().conversions();
    }

    @Test
    void goal_converts_once_a_visit() {
        assertEquals(Tracked.STORED, trial.at("10:00:00", "idgoal=1&revenue=2.5"));
        assertEquals(Tracked.STORED, trial.at("10:01:00", "idgoal=1&revenue=7"));
        assertEquals(
                List.of(2.5), conversions().stream().map(Conversion::revenue).toList());
        trial.at("10:02:00", "idgoal=1&new_visit=1");
        assertEquals(1, trial.visits().get(1).conversions().size());
    }

    @Test
    void page_converts_a_goal_by_its_address_whatever_the_case() {
        trial.at("10:00:00", "action_name=One");
        trial.at("10:01:00", CONTACT);
        trial.at("10:02:00", CONTACT);
        Conversion goal = conversions().get(0);
        assertEquals(1, conversions().size());
        assertEquals(2, goal.goal());
        assertEquals(5, goal.revenue());
        assertEquals("https://example.com/Contact", goal.url());
        assertEquals(2, goal.pagesBefore());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e_c=Video&e_a=play&ca=1",
                "search=hat",
                "download=https%3A%2F%2Fexample.com%2Fcontact.pdf",
                "link=https%3A%2F%2Fexample.net%2Fcontact",
                "c_n=Banner&ca=1"
            })
    void only_a_page_converts_by_its_address(String action) {
        trial.at("10:00:00", "url=https%3A%2F%2Fexample.com%2Fcontact&" + action);
        assertEquals(List.of(), conversions());
    }

    @Test
    void conversion_makes_a_visit_longer_as_in_matomo() {
        trial.at("10:00:00", "action_name=One");
        trial.at("10:00:10", "idgoal=1");
        assertEquals(11 + 1 + 2, trial.visit().length());
        trial.at("10:00:20", CONTACT.replace("mtm_campaign", "x"));
        assertEquals(21 - 1 + 2, trial.visit().length());
        trial.at("10:00:30", "idgoal=0&ec_id=A1&revenue=3");
        assertEquals(31 + 0 + 2, trial.visit().length());
        trial.at("10:00:40", "idgoal=0&revenue=3");
        assertEquals(41, trial.visit().length());
    }

    @Test
    void conversions_are_no_actions() {
        trial.at("10:00:00", "idgoal=1&action_name=Thanks");
        trial.at("10:00:10", "idgoal=0&ec_id=A1&revenue=3&action_name=Thanks");
        assertEquals(List.of(), trial.visit().actions());
        assertEquals(0, trial.visit().interactions());
    }

    @Test
    void order_is_taken_once_for_all_visits_of_a_site() {
        String order = "idgoal=0&ec_id=A1&revenue=10";
        assertEquals(Tracked.STORED, trial.at("10:00:00", order));
        assertEquals(Tracked.REFUSED, trial.log().verdict(Trial.usual("2026-11-24T10:01:00Z", order)));
        assertEquals(Tracked.REFUSED, trial.at("10:01:00", order));
        assertEquals(Tracked.REFUSED, trial.at("11:59:00", order + "&cid=00000000000000bb"));
        assertEquals(Tracked.STORED, trial.at("10:01:00", order + "&idsite=2"));
        assertEquals(Tracked.STORED, trial.at("10:02:00", "idgoal=0&ec_id=A2&revenue=10"));
        assertEquals(
                List.of("A1", "A2"),
                conversions().stream().map(Conversion::orderId).toList());
    }

    @Test
    void order_keeps_its_sums_and_items() {
        trial.at("10:00:00", "action_name=One");
        trial.at(
                "10:01:00",
                "idgoal=0&ec_id=A1&revenue=279.194&ec_st=223.35&ec_tx=55.84&ec_sh=4.9&ec_dt=5&ec_items="
                        + "%5B%5B%22S1%22%2C%22Item%22%2C%5B%22Shoes%22%2C%22Sale%22%5D%2C19.7%2C3%5D%2C"
                        + "%5B%22S2%22%2C%22Other%22%2C%22Hats%22%5D%2C%5B%22%22%2C%22No+SKU%22%5D%5D");
        Conversion order = conversions().get(0);
        assertEquals(Conversion.ORDER, order.goal());
        assertEquals(
                List.of(279.19, 223.35, 55.84, 4.9, 5.0),
                List.of(order.revenue(), order.subtotal(), order.tax(), order.shipping(), order.discount()));
        assertEquals(
                List.of(
                        new Conversion.Item("S1", "Item", List.of("Shoes", "Sale"), 19.7, 3),
                        new Conversion.Item("S2", "Other", List.of("Hats"), 0, 1)),
                order.items());
        assertEquals(1, order.pagesBefore());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%7B%7D", "%5B", "1", "%22S1%22", "%5B1%2C2%5D"})
    void unreadable_items_are_none(String items) {
        trial.at("10:00:00", "idgoal=0&ec_id=A1&revenue=1&ec_items=" + items);
        assertEquals(List.of(), conversions().get(0).items());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "2.0, 2", "%223%22, 3", "0, 1", "-4, 1", "%22x%22, 1", "1e300, 1", "99999999, 1000000"})
    void quantity_is_one_at_least(String sent, int kept) {
        trial.at("10:00:00", "idgoal=0&ec_id=A1&ec_items=%5B%5B%22S1%22%2C%22%22%2C%22%22%2C1%2C" + sent + "%5D%5D");
        assertEquals(kept, conversions().get(0).items().get(0).quantity());
    }

    @Test
    void cart_follows_its_updates_until_it_is_ordered() {
        trial.at("10:00:00", "idgoal=0&revenue=10");
        trial.at("10:01:00", "idgoal=0&revenue=25.5");
        assertEquals(
                List.of(25.5), conversions().stream().map(Conversion::revenue).toList());
        assertEquals(Conversion.ABANDONED_CART, conversions().get(0).goal());
        trial.at("10:02:00", "idgoal=0&ec_id=A1&revenue=25.5");
        assertEquals(
                List.of(Conversion.ORDER),
                conversions().stream().map(Conversion::goal).toList());
        trial.at("10:03:00", "idgoal=0&revenue=4");
        assertEquals(
                List.of(Conversion.ORDER, Conversion.ABANDONED_CART),
                conversions().stream().map(Conversion::goal).toList());
    }

    @Test
    void one_order_cannot_fill_the_memory() {
        String item = "%5B%22S%22%5D";
        trial.at("10:00:00", "idgoal=0&ec_id=A1&ec_items=%5B" + (item + "%2C").repeat(5000) + item + "%5D");
        assertTrue(conversions().get(0).items().size() <= 1000);
    }
}
