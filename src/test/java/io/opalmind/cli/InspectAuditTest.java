package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.store.redis.audit.Audit;
import io.opalmind.testing.redis.AclRedis;
import io.opalmind.testing.redis.ClusterRedis;
import io.opalmind.testing.redis.Ports;
import io.opalmind.testing.redis.RedisExtension;
import io.opalmind.testing.redis.RedisServer;
import io.opalmind.testing.redis.ReplicatedRedis;
import io.opalmind.testing.redis.TlsRedis;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The production check list, each check with a server that passes and one that does not. */
@ExtendWith(RedisExtension.class)
class InspectAuditTest {
    @TempDir
    Path home;

    private RunCli shell(Map<String, String> settings) {
        return RunCli.without(home).env(settings);
    }

    private static Map<String, JsonNode> checks(RunCli shell) {
        Map<String, JsonNode> checks = new HashMap<>();
        for (JsonNode check :
                shell.run("inspect-redis", "audit").exits(0).saysNothing().json()) {
            checks.put(check.get("check").asText(), check);
        }
        return checks;
    }

    private static void is(String status, String check, RunCli shell) {
        JsonNode found = checks(shell).get(check);
        assertEquals(status, found.get("status").asText(), found::toString);
        assertFalse(found.get("reason").asText().isBlank());
    }

    @Test
    void open_server_fails_where_anybody_gets_in(RedisServer redis) {
        RunCli shell = shell(redis.settings());
        is("fail", "password", shell);
        is("fail", "default-user", shell);
        is("warn", "dangerous-commands", shell);
        is("pass", "replication", shell);
        is("warn", "availability", shell);
    }

    @Test
    void every_check_has_a_row_in_the_order_of_their_names(RedisServer redis) {
        List<String> names = new ArrayList<>();
        for (JsonNode check :
                shell(redis.settings()).run("inspect-redis", "audit").exits(0).json()) {
            names.add(check.get("check").asText());
        }
        assertEquals(Audit.NAMES, names);
    }

    @Test
    void persistence_that_is_off_fails_and_switched_on_passes(RedisServer redis) {
        RunCli shell = shell(redis.settings());
        is("fail", "aof", shell);
        is("fail", "snapshots", shell);
        redis.configSet("appendonly", "yes");
        is("pass", "aof", shell);
        is("warn", "snapshots", shell);
        redis.configSet("appendfsync", "no");
        is("warn", "aof", shell);
        redis.configSet("save", "3600 1");
        is("pass", "snapshots", shell);
        is("pass", "persistence-errors", shell);
        is("pass", "last-save", shell);
    }

    @Test
    void memory_without_a_limit_warns_and_full_fails(RedisServer redis) {
        RunCli shell = shell(redis.settings());
        is("warn", "maxmemory", shell);
        redis.configSet("maxmemory", "1gb");
        is("pass", "maxmemory", shell);
        is("pass", "fragmentation", shell);
        redis.configSet("maxmemory", "1");
        is("fail", "maxmemory", shell);
    }

    @Test
    void policy_that_evicts_is_told(RedisServer redis) {
        RunCli shell = shell(redis.settings());
        is("pass", "maxmemory-policy", shell);
        redis.configSet("maxmemory-policy", "allkeys-lru");
        is("warn", "maxmemory-policy", shell);
        redis.configSet("maxmemory", "1gb");
        is("fail", "maxmemory-policy", shell);
        redis.configSet("maxmemory-policy", "volatile-lru");
        is("warn", "maxmemory-policy", shell);
        redis.configSet("maxmemory-policy", "volatile-ttl");
        is("pass", "maxmemory-policy", shell);
    }

    @Test
    void evictions_are_told(RedisServer redis) {
        redis.command("CONFIG", "RESETSTAT");
        RunCli shell = shell(redis.settings());
        is("pass", "evictions", shell);
        redis.command("SETEX", "opalmind:cache:x", "60", "value");
        redis.configSet("maxmemory-policy", "volatile-lru");
        redis.configSet("maxmemory", "1");
        assertEquals("1", redis.info("evicted_keys"));
        is("warn", "evictions", shell);
        redis.configSet("maxmemory-policy", "allkeys-lru");
        is("fail", "evictions", shell);
        redis.command("CONFIG", "RESETSTAT");
    }

    @Test
    void slowlog_that_is_off_warns(RedisServer redis) {
        RunCli shell = shell(redis.settings());
        is("pass", "slowlog", shell);
        redis.configSet("slowlog-log-slower-than", "-1");
        is("warn", "slowlog", shell);
    }

    /** Of a server with a password: one without would shut out a test bed that is another host. */
    @Test
    void protected_mode_passes(AclRedis redis) {
        redis.server().configSet("protected-mode", "yes");
        is("pass", "protected-mode", shell(redis.settings(AclRedis.WRITER)));
    }

    @Test
    void version_is_held_against_its_end(AclRedis redis) {
        RunCli shell = shell(redis.settings(AclRedis.WRITER));
        JsonNode now = checks(shell).get("version");
        assertTrue(now.get("observed").asText().contains(redis.server().info("redis_version")));
        assertFalse(now.get("status").asText().equals("unknown"), now::toString);
    }

    @Test
    void user_who_may_all_is_warned_and_his_password_too_short(AclRedis redis) {
        RunCli shell = shell(redis.settings(AclRedis.WRITER));
        is("warn", "password", shell);
        is("pass", "default-user", shell);
        JsonNode commands = checks(shell).get("dangerous-commands");
        assertEquals("warn", commands.get("status").asText());
        assertTrue(commands.get("observed").asText().contains("FLUSHALL"), commands::toString);
        redis.server().command("ACL", "SETUSER", "long", "on", ">" + "x".repeat(32), "~*", "+@all", "-@dangerous");
        redis.server().command("ACL", "SETUSER", "long", "+info", "+config|get", "+acl|getuser");
        Map<String, String> settings = redis.settings(AclRedis.WRITER);
        settings.put("REDIS_USERNAME", "long");
        settings.put("REDIS_PASSWORD", "x".repeat(32));
        is("pass", "password", shell(settings));
        is("pass", "dangerous-commands", shell(settings));
        redis.server().command("ACL", "DELUSER", "long");
    }

    @Test
    void default_user_as_our_own_warns(AclRedis redis) {
        Map<String, String> settings = redis.settings(AclRedis.DEFAULT);
        settings.remove("REDIS_USERNAME");
        is("warn", "default-user", shell(settings));
    }

    @Test
    void what_a_user_may_not_see_is_unknown_and_never_pass(AclRedis redis) {
        Map<String, JsonNode> checks = checks(shell(redis.settings(AclRedis.READER)));
        for (String name : List.of(
                "password",
                "default-user",
                "dangerous-commands",
                "bind",
                "protected-mode",
                "aof",
                "snapshots",
                "persistence-errors",
                "last-save",
                "maxmemory",
                "maxmemory-policy",
                "evictions",
                "fragmentation",
                "replication",
                "availability",
                "version",
                "slowlog")) {
            assertEquals("unknown", checks.get(name).get("status").asText(), name);
        }
        shell(redis.settings(AclRedis.READER))
                .run("inspect-redis", "audit", "-f", "nagios", "--skip", "tls")
                .exits(3);
    }

    @Test
    void tls_alone_passes(TlsRedis redis) {
        is("pass", "tls", shell(redis.settings()));
    }

    /** A primary of the test bed is in the host's network, in a container too. */
    @Test
    void clear_text_that_stays_on_the_host_passes(ReplicatedRedis redis) {
        is("pass", "tls", shell(redis.primary().settings()));
    }

    @Test
    void rights_of_another_user_can_be_looked_at(AclRedis redis) {
        RunCli shell = shell(redis.settings(AclRedis.WRITER));
        for (JsonNode check :
                shell.run("inspect-redis", "audit", "--user", "reader").exits(0).json()) {
            if (check.get("check").asText().equals("dangerous-commands")) {
                assertEquals("KEYS", check.get("observed").asText());
            }
        }
    }

    @Test
    void sentinel_with_a_replica_passes(ReplicatedRedis redis) {
        RunCli shell = shell(redis.settings());
        is("pass", "availability", shell);
        is("pass", "replication", shell);
        is("warn", "availability", shell(redis.primary().settings()));
    }

    @Test
    void replica_in_place_of_the_primary_fails(ReplicatedRedis redis) {
        is("fail", "replication", shell(redis.replica().settings()));
    }

    @Test
    void every_master_of_a_cluster_is_audited(ClusterRedis cluster) {
        cluster.masters().get(1).configSet("maxmemory", "1gb");
        JsonNode checks = shell(cluster.settings())
                .run("inspect-redis", "audit")
                .exits(0)
                .saysNothing()
                .json();
        List<String> limits = new ArrayList<>();
        for (JsonNode check : checks) {
            if (check.get("check").asText().equals("maxmemory")) {
                limits.add(check.get("server").asText().replaceAll(".*:", "") + " "
                        + check.get("status").asText());
            }
            if (check.get("check").asText().equals("availability")) {
                assertEquals("warn", check.get("status").asText());
            }
        }
        List<String> expected = new ArrayList<>();
        for (RedisServer master : cluster.masters()) {
            expected.add(master.port() + (expected.size() == 1 ? " pass" : " warn"));
        }
        assertEquals(expected, limits);
    }

    @Test
    void exit_code_is_0_unless_asked_for(RedisServer redis) {
        RunCli shell = shell(redis.settings());
        shell.run("inspect-redis", "audit").exits(0);
        shell.run("inspect-redis", "audit", "--fail-on", "fail").exits(10);
        shell.run("inspect-redis", "audit", "--fail-on", "warn").exits(10);
        shell.run(
                        "inspect-redis",
                        "audit",
                        "--fail-on",
                        "fail",
                        "--skip",
                        "password,default-user,protected-mode,aof,snapshots,version")
                .exits(0);
        shell.run("inspect-redis", "audit", "--fail-on", "pass").exits(2).saysOneLineWith("warn or fail");
        shell.run("inspect-redis", "audit", "--skip", "passwort").exits(2).saysOneLineWith("password, default-user");
    }

    @Test
    void nagios_gets_one_line_and_its_codes(RedisServer redis) {
        RunCli shell = shell(redis.settings());
        String line = shell.run("inspect-redis", "audit", "-f", "nagios")
                .exits(2)
                .saysNothing()
                .stdout();
        assertTrue(line.startsWith("OPALMIND REDIS CRITICAL - password: none; "), line);
        assertTrue(line.matches("[^\n|]* \\| pass=[0-9]+ warn=[0-9]+ fail=[0-9]+ unknown=[0-9]+\n"), line);
        String skipped = "password,default-user,protected-mode,aof,snapshots,version";
        shell.run("inspect-redis", "audit", "-f", "nagios", "--skip", skipped).exits(1);
        shell.run("inspect-redis", "audit", "-f", "nagios", "--skip", skipped, "--fail-on", "fail")
                .exits(0);
        shell.run("inspect-redis", "audit", "-f", "nagios", "--json").exits(3);
    }

    @Test
    void nagios_is_told_why_nothing_is_known() {
        String port = Integer.toString(Ports.refusing());
        Outcome refused = RunCli.without(home)
                .env("REDIS_HOST", "127.0.0.1")
                .env("REDIS_PORT", port)
                .run("inspect-redis", "audit", "-f", "nagios")
                .exits(3);
        assertTrue(refused.stdout().contains("OPALMIND REDIS UNKNOWN - Redis connection failed"), refused.stdout());
        assertTrue(refused.stdout().contains("Connection refused"), refused.stdout());
        String none = RunCli.without(home)
                .run("inspect-redis", "audit", "-f", "nagios")
                .exits(3)
                .stdout();
        assertTrue(none.contains("REDIS_HOST"), none);
    }

    @Test
    void table_fits_a_person(RedisServer redis) {
        String table = shell(redis.settings())
                .at(Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC))
                .terminal(200)
                .run("inspect-redis", "audit")
                .exits(0)
                .stdout();
        assertTrue(table.lines().anyMatch(line -> line.matches("password +fail +none +Whoever reaches it.*")), table);
    }
}
