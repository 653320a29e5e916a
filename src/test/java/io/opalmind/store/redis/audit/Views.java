package io.opalmind.store.redis.audit;

import io.opalmind.store.redis.SignIn;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What servers say that cannot be had on the loopback interface of one computer. */
final class Views {
    private static final AclUser HARMLESS = new AclUser(Set.of("on"), List.of("-@all +@read -keys"));

    private Views() {}

    static ServerView client(SignIn signIn, Map<String, String> client, Map<String, String> config) {
        return new ServerView(
                "host:1", signIn, Map.of(), config, Map.of(), client, HARMLESS, HARMLESS, HARMLESS, Set.of());
    }

    static ServerView info(String... members) {
        return cluster(Map.of(), members);
    }

    static ServerView cluster(Map<String, String> cluster, String... members) {
        Map<String, String> info = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            info.put(members[i], members[i + 1]);
        }
        return new ServerView(
                "host:1", plain(), info, Map.of(), cluster, Map.of(), HARMLESS, HARMLESS, HARMLESS, Set.of());
    }

    static SignIn plain() {
        return new SignIn("user", 32, false, false, false);
    }

    static AuditCheck check(String name, ServerView view) {
        return check(name, view, "2026-03-01T00:00:00Z");
    }

    static AuditCheck check(String name, ServerView view, String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return Audit.of(view, clock).stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
