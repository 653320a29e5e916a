package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is taken for whom. */
class VisitorsTest {
    private final Trial trial = new Trial();

    private List<String> ids() {
        return trial.visits().stream().map(Visit::visitorId).toList();
    }

    @Test
    void user_is_the_start_of_the_hash_of_the_name() {
        trial.at("10:00:00", "uid=jo%40example.com");
        assertEquals("88beb6651a6b9628", trial.visit().visitorId());
        assertEquals("jo@example.com", trial.visit().userId());
    }

    @Test
    void user_is_the_same_on_two_machines() {
        trial.at("10:00:00", "uid=jo&_id=00000000000000aa&cip=5.6.7.8&ua=one");
        trial.at("10:01:00", "uid=jo&_id=00000000000000bb&cip=5.6.7.9&ua=two");
        assertEquals(2, trial.visit().interactions());
    }

    @Test
    void two_users_on_one_machine_are_two() {
        trial.at("10:00:00", "uid=jo");
        trial.at("10:01:00", "uid=al");
        assertEquals(2, trial.visits().size());
        assertEquals(List.of(1, 1), trial.visits().stream().map(Visit::count).toList());
    }

    @Test
    void visitor_who_logs_in_stays_in_the_visit() {
        trial.at("10:00:00", "action_name=One");
        trial.at("10:01:00", "uid=jo");
        assertEquals(Visitor.hash("jo"), trial.visit().visitorId());
        assertEquals("jo", trial.visit().userId());
    }

    @Test
    void machine_tells_where_no_id_does() {
        trial.at("10:00:00", "_id=");
        trial.at("10:01:00", "_id=");
        assertEquals(2, trial.visit().interactions());
        assertTrue(trial.visit().visitorId().matches("[0-9a-f]{16}"));
        assertNull(trial.visit().userId());
    }

    @ParameterizedTest
    @CsvSource({"cip=5.6.7.8", "ua=Other", "lang=de-DE"})
    void other_address_browser_or_language_is_another_machine(String difference) {
        trial.at("10:00:00", "_id=");
        trial.at("10:01:00", "_id=&" + difference);
        assertEquals(2, trial.visits().size());
        assertEquals(2, ids().stream().distinct().count());
    }

    @Test
    void machine_is_forgotten_after_half_an_hour() {
        trial.at("10:00:00", "_id=");
        trial.at("10:30:01", "_id=");
        assertEquals(List.of(1, 1), trial.visits().stream().map(Visit::count).toList());
        assertEquals(2, ids().stream().distinct().count());
    }

    @Test
    void id_is_remembered_for_good() {
        trial.track(Trial.usual("2026-10-01T10:00:00Z", "action_name=One"));
        trial.at("10:00:00", "action_name=Two");
        Visit second = trial.visits().get(1);
        assertTrue(second.returning());
        assertEquals(2, second.count());
    }

    @Test
    void unknown_id_on_a_machine_just_seen_joins_its_visit() {
        trial.at("10:00:00", "_id=00000000000000aa");
        trial.at("10:01:00", "_id=00000000000000bb");
        assertEquals("00000000000000bb", trial.visit().visitorId(), "Matomo does not trust ids alone");
    }

    @Test
    void forced_id_is_trusted_alone() {
        trial.at("10:00:00", "cid=00000000000000AA");
        trial.at("10:01:00", "cid=00000000000000bb");
        assertEquals(List.of("00000000000000aa", "00000000000000bb"), ids());
    }

    @Test
    void sites_share_no_visitors() {
        trial.at("10:00:00", "idsite=1");
        trial.at("10:01:00", "idsite=2");
        assertEquals(1, trial.visits(1).size());
        assertEquals(1, trial.visits(2).get(0).count());
    }

    @Test
    void visitor_who_begins_with_an_order_counts_as_returning() {
        trial.at("10:00:00", "idgoal=0&ec_id=A1&revenue=10");
        assertTrue(trial.visit().returning());
        assertEquals(1, trial.visit().count());
    }
}
