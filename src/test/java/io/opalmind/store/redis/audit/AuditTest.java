package io.opalmind.store.redis.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.redis.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from what a server says. Servers that say so are tested through the command. */
class AuditTest {
    @ParameterizedTest
    @CsvSource({
        "5.0.14, 2026-03-01, fail",
        "6.2.11, 2026-03-01, pass",
        "7.0.15, 2026-03-01, fail",
        "7.2.4, 2026-03-01, pass",
        "8.0.6, 2026-02-11, warn",
        "8.0.6, 2026-02-12, fail",
        "2.8.19, 2026-03-01, fail",
        "9.9.0, 2026-03-01, unknown",
        "nightly, 2026-03-01, unknown"
    })
    void version_is_held_against_the_end_of_its_line(String version, String day, String status) {
        ServerView view = Views.info("redis_version", version);
        assertEquals(
                status,
                Views.check("version", view, day + "T12:00:00Z").status().word());
    }

    @Test
    void valkey_has_ends_of_its_own() {
        ServerView view = Views.info("redis_version", "7.2.4", "valkey_version", "8.0.6", "server_name", "valkey");
        assertEquals("Valkey 8.0.6", Views.check("version", view).observed());
        assertEquals(CheckStatus.PASS, Views.check("version", view).status());
        assertEquals(
                CheckStatus.FAIL,
                Views.check("version", view, "2027-09-16T00:00:00Z").status());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:6379, pass",
        "[::1]:6379, pass",
        "/run/redis.sock:0, pass",
        "10.1.2.3:6379, warn",
        "192.168.7.8:6379, warn",
        "[fd12::1]:6379, warn",
        "203.0.113.5:6379, fail",
        "[2001:db8::1]:6379, fail",
        "nonsense, unknown"
    })
    void clear_text_is_judged_by_the_network_that_it_crosses(String address, String status) {
        ServerView view = Views.client(Views.plain(), Map.of("laddr", address), Map.of());
        assertEquals(status, Views.check("tls", view).status().word());
    }

    @Test
    void tls_with_a_way_around_it_warns() {
        SignIn tls = new SignIn("user", 32, true, true, false);
        SignIn unverified = new SignIn("user", 32, true, false, false);
        assertEquals(
                CheckStatus.PASS,
                Views.check("tls", Views.client(tls, Map.of(), Map.of("port", "0")))
                        .status());
        assertEquals(
                CheckStatus.WARN,
                Views.check("tls", Views.client(tls, Map.of(), Map.of("port", "1")))
                        .status());
        assertEquals(
                CheckStatus.WARN,
                Views.check("tls", Views.client(unverified, Map.of(), Map.of("port", "0")))
                        .status());
    }

    @ParameterizedTest
    @CsvSource({
        "'', warn",
        "'* -::*', warn",
        "0.0.0.0, warn",
        "'127.0.0.1 ::', warn",
        "'127.0.0.1 -::1', pass",
        "10.0.0.5, pass"
    })
    void bind_to_every_address_warns(String bind, String status) {
        ServerView view = Views.client(Views.plain(), Map.of(), Map.of("bind", bind));
        assertEquals(status, Views.check("bind", view).status().word());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 32, pass", "0.0.0.0, 0, fail", "127.0.0.1, 0, pass", "'127.0.0.1 10.0.0.5', 0, fail"})
    void open_to_other_hosts_fails_where_there_is_no_password(String bind, int password, String status) {
        ServerView view = Views.client(
                new SignIn(null, password, false, false, false),
                Map.of(),
                Map.of("bind", bind, "protected-mode", "no"));
        assertEquals(status, Views.check("protected-mode", view).status().word());
    }

    @ParameterizedTest
    @CsvSource({"err, ok, ok, fail", "ok, err, ok, fail", "ok, ok, err, fail", "ok, ok, ok, pass"})
    void error_of_persistence_fails(String rdb, String write, String rewrite, String status) {
        ServerView view = Views.info(
                "rdb_last_bgsave_status", rdb, "aof_last_write_status", write, "aof_last_bgrewrite_status", rewrite);
        assertEquals(status, Views.check("persistence-errors", view).status().word());
    }

    @ParameterizedTest
    @CsvSource({"90000, 1, warn", "90000, 0, pass", "80000, 9, pass"})
    void save_of_yesterday_warns_where_there_is_something_new(long age, String changes, String status) {
        long now = 1_800_000_000L;
        ServerView view = Views.info(
                "server_time_usec",
                now + "000000",
                "rdb_last_save_time",
                Long.toString(now - age),
                "rdb_changes_since_last_save",
                changes);
        assertEquals(status, Views.check("last-save", view).status().word());
    }

    @ParameterizedTest
    @CsvSource({"100, 160, warn", "100, 120, pass", "100, 90, warn", "10, 90, pass"})
    void fragmentation_is_judged_from_64_mb_on(long used, long resident, String status) {
        ServerView view =
                Views.info("used_memory", Long.toString(used << 20), "used_memory_rss", Long.toString(resident << 20));
        assertEquals(status, Views.check("fragmentation", view).status().word());
    }

    @ParameterizedTest
    @CsvSource({"79, pass", "80, warn", "95, fail"})
    void limit_that_is_nearly_reached_is_told(String used, String status) {
        ServerView view = Views.info("maxmemory", "100", "used_memory", used);
        assertEquals(status, Views.check("maxmemory", view).status().word());
    }

    @ParameterizedTest
    @CsvSource({
        "'state=online,offset=1000,lag=1', pass",
        "'state=online,offset=1000,lag=11', warn",
        "'state=wait_bgsave,offset=1000,lag=0', warn",
        "'state=online,offset=0,lag=0', warn"
    })
    void replica_that_falls_behind_is_told(String replica, String status) {
        ServerView view = Views.info(
                "role",
                "master",
                "connected_slaves",
                "1",
                "master_repl_offset",
                "10486000",
                "slave0",
                "ip=10.0.0.6,port=6379," + replica);
        assertEquals(status, Views.check("replication", view).status().word());
    }

    @Test
    void replica_without_its_primary_says_so() {
        ServerView view = Views.info("role", "slave", "master_link_status", "down");
        assertEquals(CheckStatus.FAIL, Views.check("replication", view).status());
        assertTrue(Views.check("replication", view).observed().contains("down"));
    }

    @ParameterizedTest
    @CsvSource({"ok, 0, 1, pass", "ok, 0, 0, warn", "fail, 0, 1, fail", "ok, 5, 1, fail"})
    void cluster_is_whole_and_has_replicas(String state, String failed, String replicas, String status) {
        ServerView view = Views.cluster(
                Map.of("cluster_state", state, "cluster_slots_fail", failed),
                "redis_mode",
                "cluster",
                "role",
                "master",
                "connected_slaves",
                replicas);
        assertEquals(status, Views.check("availability", view).status().word());
    }

    @Test
    void rules_are_applied_in_their_order() {
        assertTrue(user("+@all").may(Dangerous.FLUSHALL));
        assertFalse(user("+@all -@dangerous").may(Dangerous.FLUSHALL));
        assertTrue(user("+@all -@dangerous +keys").may(Dangerous.KEYS));
        assertTrue(user("-@all +@read").may(Dangerous.KEYS));
        assertFalse(user("-@all +@read").may(Dangerous.FLUSHALL));
        assertFalse(user("-@all +config|get").may(Dangerous.CONFIG));
        assertTrue(user("-@all +config").may(Dangerous.CONFIG));
        assertFalse(user("-@all +config -config|set").may(Dangerous.CONFIG));
        assertTrue(new AclUser(Set.of("on"), List.of("-@all", "+flushall")).may(Dangerous.FLUSHALL));
    }

    private static AclUser user(String rules) {
        return new AclUser(Set.of("on"), List.of(rules));
    }
}
