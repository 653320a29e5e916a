package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.matomo.track.HitKind;
import io.opalmind.store.MovableClock;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.matomo.StoredHit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code opalmind track …} without Redis. */
@ExtendWith(MatomoExtension.class)
class TrackTest {
    private static final String[] EVENT = {
        "track", "event", "--category", "shop", "--action", "checkout", "--visitor-id", "0123456789abcdef"
    };

    @TempDir
    Path home;

    private static String[] event(String... more) {
        List<String> args = new ArrayList<>(List.of(EVENT));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    @Test
    void hit_is_delivered_and_told_in_the_contracts_members(FakeMatomo matomo) {
        JsonNode told = RunCli.with(matomo, home)
                .run(event("--idempotency-key", "k1", "--value", "-2.5"))
                .exits(0)
                .saysNothing()
                .json();
        List<String> members = new ArrayList<>();
        told.fieldNames().forEachRemaining(members::add);
        assertEquals(List.of("ok", "status", "body", "pvId", "idempotencyKey", "outcome", "attempts"), members);
        assertEquals("delivered", told.get("outcome").textValue());
        assertEquals(204, told.get("status").intValue());
        assertEquals("k1", told.get("idempotencyKey").textValue());
        assertEquals(6, told.get("pvId").textValue().length());
        StoredHit hit = matomo.hits().get(0);
        assertEquals("-2.5", hit.get("e_v"));
        assertEquals(told.get("pvId").textValue(), hit.get("pv_id"));
        assertNull(hit.token(), "the token was sent with a hit that does not need it");
    }

    @ParameterizedTest
    @EnumSource(HitKind.class)
    void each_kind_arrives(HitKind kind, FakeMatomo matomo) {
        List<String> args = new ArrayList<>(List.of("track", kind.label(), "--visitor-id", "0123456789abcdef"));
        args.addAll(
                switch (kind) {
                    case PAGEVIEW -> List.of("--url", "https://example.com/a");
                    case EVENT -> List.of("--category", "c", "--action", "a");
                    case GOAL -> List.of("--goal-id", "1", "--url", "https://example.com/a");
                    case ORDER -> List.of("--order-id", "o1", "--revenue", "9.5", "--item", "sku=A,price=9.5");
                    case CART -> List.of("--revenue", "9.5", "--item", "sku=A,price=9.5");
                    case SEARCH -> List.of("--keyword", "hat", "--url", "https://example.com/s");
                    case CONTENT -> List.of("--content-name", "ad", "--url", "https://example.com/a");
                    case DOWNLOAD -> List.of("--url", "https://example.com/a.pdf");
                    case OUTLINK -> List.of("--url", "https://other.example/");
                    case PING -> List.of("--url", "https://example.com/a");
                });
        RunCli.with(matomo, home).run(args.toArray(String[]::new)).exits(0).saysNothing();
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void same_key_is_sent_once(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run(event("--idempotency-key", "k1")).exits(0);
        JsonNode again = shell.run(event("--idempotency-key", "k1")).exits(0).json();
        assertEquals("duplicate", again.get("outcome").textValue());
        assertTrue(again.get("ok").booleanValue());
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void same_key_for_another_hit_is_an_error(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run(event("--idempotency-key", "k1")).exits(0);
        shell.run(event("--idempotency-key", "k1", "--name", "other"))
                .exits(2)
                .printsNothing()
                .saysOneLineWith("'k1' was used for another hit");
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void hit_is_queued_while_matomo_is_away_and_counts_for_its_moment(FakeMatomo matomo) {
        matomo.visitsFromHits();
        RunCli shell = RunCli.with(matomo, home);
        matomo.refuseConnections();
        Instant before = Instant.now();
        JsonNode told = shell.run(event("--idempotency-key", "k1"))
                .exits(0)
                .saysOneLineWith("warning: Queued, to be delivered later: ", "is not reachable")
                .json();
        assertEquals("queued", told.get("outcome").textValue());
        assertFalse(told.get("ok").booleanValue());

        JsonNode queue = shell.run("track", "queue").exits(0).json();
        assertEquals(1, queue.get("pending").intValue());
        assertTrue(queue.get("lastError").textValue().contains("is not reachable"));
        assertEquals(
                "queued",
                shell.run("track", "status", "k1")
                        .exits(10)
                        .json()
                        .get("outcome")
                        .textValue());

        matomo.listenAgain();
        assertEquals(
                1, shell.run("track", "flush").exits(0).json().get("delivered").intValue());
        StoredHit hit = matomo.hits().get(0);
        long stored = Long.parseLong(String.valueOf(hit.get("cdt")));
        assertTrue(stored >= before.getEpochSecond() && stored <= Instant.now().getEpochSecond(), "cdt " + stored);
        assertEquals(
                "delivered",
                shell.run("track", "status", "k1")
                        .exits(0)
                        .json()
                        .get("outcome")
                        .textValue());
        assertEquals(0, shell.run("track", "queue").json().get("pending").intValue());
    }

    @Test
    void next_track_delivers_what_is_due_on_its_way_out(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        matomo.refuseConnections();
        shell.run(event("--name", "first")).exits(0);
        matomo.listenAgain();
        MovableClock later =
                new MovableClock(Instant.now().plus(Duration.ofMinutes(20)).toString());
        matomo.clock(later);
        shell.at(later)
                .run("track", "event", "--category", "c", "--action", "a", "--uid", "someone else")
                .exits(0);
        assertEquals(1, matomo.countOf("e_n", "first"));
        assertEquals(2, matomo.hits().size());
    }

    @Test
    void without_queue_it_is_an_error_and_nothing_is_kept(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        matomo.refuseConnections();
        JsonNode told = shell.run(event("--no-queue"))
                .exits(6)
                .saysOneLineWith("is not reachable")
                .json();
        assertEquals("undelivered", told.get("outcome").textValue());
        matomo.listenAgain();
        assertEquals(0, shell.run("track", "queue").json().get("pending").intValue());
    }

    @ParameterizedTest
    @CsvSource({
        "--visitor-id zz, --visitor-id 'zz'",
        "--ts 2100-01-01, --ts '2100-01-01'",
        "--ip 1.2.3, --ip '1.2.3'",
        "--param token_auth=x, --param",
        "--dimension 0=a, --dimension '0=a'",
        "--pv-id abcdefg, --pv-id 'abcdefg'"
    })
    void what_matomo_would_drop_is_refused_with_the_field(String option, String said, FakeMatomo matomo) {
        String[] words = option.split(" ");
        RunCli.with(matomo, home)
                .run("track", "pageview", "--url", "https://example.com/", words[0], words[1])
                .exits(2)
                .printsNothing()
                .saysOneLineWith(said);
        assertTrue(matomo.requests().isEmpty());
    }

    @Test
    void sdks_long_page_view_id_is_cut_with_a_word(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .run("track", "pageview", "--url", "https://example.com/", "--pv-id", "e73c73ca444ccb73")
                .exits(0)
                .says("warning: --pv-id e73c73ca444ccb73 is cut to e73c73: Matomo keeps six characters.");
        assertEquals("e73c73", matomo.hits().get(0).get("pv_id"));
    }

    @Test
    void what_only_matomo_knows_is_asked_once_and_no_token_that_may_not_is_sent(FakeMatomo matomo) {
        RunCli viewer = RunCli.with(matomo, home).env("MATOMO_TOKEN", FakeMatomo.VIEWER_TOKEN);
        for (int time = 0; time < 3; time++) {
            viewer.run(event("--ip", "1.2.3.4"))
                    .exits(2)
                    .printsNothing()
                    .saysOneLineWith("--ip '1.2.3.4': it needs a token with write access to site 1");
        }
        assertEquals(0, matomo.rejectedTokens());
        RunCli.with(matomo, home)
                .run("track", "goal", "--goal-id", "99", "--url", "https://example.com/")
                .exits(2)
                .saysOneLineWith("--goal-id '99': site 1 has no such goal (1 Newsletter Signup, 2 Contact reached)");
        assertTrue(matomo.hits().isEmpty());
    }

    @Test
    void dry_run_shows_and_sends_nothing(FakeMatomo matomo) {
        JsonNode shown = RunCli.with(matomo, home)
                .run(event("--dry-run", "--ip", "1.2.3.4"))
                .exits(0)
                .json();
        assertEquals("1.2.3.4", shown.get("cip").textValue());
        assertTrue(matomo.hits().isEmpty());
        assertTrue(matomo.requests().stream().noneMatch(request -> request.isTracking()));
    }

    @Test
    void verify_says_whether_the_log_shows_it(FakeMatomo matomo) {
        matomo.visitsFromHits();
        RunCli shell = RunCli.with(matomo, home);
        assertEquals(
                "yes",
                shell.run(event("--verify")).exits(0).json().get("verified").textValue());
        JsonNode bot = shell.run(event("--verify", "--user-agent", "Googlebot/2.1 (+http://www.google.com/bot.html)"))
                .exits(0)
                .saysOneLineWith("--bot", "excluded IP")
                .json();
        assertEquals("no", bot.get("verified").textValue());
    }

    @Test
    void lost_answer_is_settled_by_the_log(FakeMatomo matomo) {
        matomo.visitsFromHits();
        matomo.failNext(1, Faults.storeThenCut());
        JsonNode told = RunCli.with(matomo, home)
                .run(event())
                .exits(0)
                .saysOneLineWith("found in Matomo's visits log")
                .json();
        assertEquals("delivered", told.get("outcome").textValue());
        assertEquals(1, matomo.hits().size());
    }

    @Test
    void skip_leaves_it_unknown(FakeMatomo matomo) {
        matomo.visitsFromHits();
        matomo.failNext(1, Faults.storeThenCut());
        RunCli shell = RunCli.with(matomo, home);
        JsonNode told = shell.run(event("--on-unknown", "skip", "--idempotency-key", "k1"))
                .exits(6)
                .saysOneLineWith("Nobody knows whether the hit arrived")
                .json();
        assertEquals("unknown", told.get("outcome").textValue());
    }

    @Test
    void refused_hits_of_the_queue_are_kept_as_dead_letters_and_can_be_tried_again(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        matomo.refuseConnections();
        shell.run(event("--name", "good")).exits(0);
        shell.run(event("--name", "bad")).exits(0);
        matomo.listenAgain();
        matomo.refuseHits(hit -> "bad".equals(hit.get("e_n")));
        JsonNode flushed = shell.run("track", "flush").exits(9).json();
        assertEquals(1, flushed.get("delivered").intValue());
        assertEquals(1, flushed.get("refused").intValue());
        JsonNode dead = shell.run("track", "queue", "--dead").exits(0).json();
        assertEquals(1, dead.size());
        assertTrue(dead.get(0).get("query").textValue().contains("e_n=bad"));
        assertTrue(dead.get(0).get("lastError").textValue().contains("400"));

        matomo.refuseHits(hit -> false);
        assertEquals(
                1,
                shell.run("track", "queue", "--retry-dead")
                        .exits(0)
                        .json()
                        .get("queued")
                        .intValue());
        shell.run("track", "flush").exits(0);
        assertEquals(1, matomo.countOf("e_n", "bad"));
    }

    @Test
    void old_queued_hit_needs_a_token_that_may_set_its_time(FakeMatomo matomo) {
        RunCli viewer = RunCli.with(matomo, home).env("MATOMO_TOKEN", FakeMatomo.VIEWER_TOKEN);
        matomo.refuseConnections();
        viewer.run(event()).exits(0);
        matomo.listenAgain();
        Clock later = new MovableClock(Instant.now().plus(Duration.ofDays(2)).toString());
        matomo.clock(later);
        viewer.at(later).run("track", "flush").exits(9);
        assertTrue(viewer.at(later)
                .run("track", "queue", "--dead")
                .json()
                .get(0)
                .get("lastError")
                .textValue()
                .contains("write access"));
        assertEquals(0, matomo.rejectedTokens());
    }

    @Test
    void output_that_cannot_be_written_is_said_before_anything_is_sent(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run(event("-o", "no/such/folder/out.json")).exits(2);
        assertTrue(matomo.hits().isEmpty());
        shell.run(event("-o", "out.json", "--idempotency-key", "k")).exits(0).printsNothing();
        assertTrue(shell.path("out.json").toFile().length() > 50);
        shell.run(event("-o", "out.json", "--idempotency-key", "k", "--name", "other"))
                .exits(2);
        assertEquals(1, shell.path("").toFile().list().length, "a temporary file was left");
    }

    @Test
    void status_of_an_unknown_key_is_none(FakeMatomo matomo) {
        JsonNode told = RunCli.with(matomo, home)
                .run("track", "status", "nobody")
                .exits(10)
                .saysNothing()
                .json();
        assertEquals("none", told.get("outcome").textValue());
    }

    @Test
    void which_hit_is_asked_where_none_was_named(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        shell.run("track").exits(2).saysOneLineWith("Which command? pageview, event, goal");
        shell.run("track", "evnt").exits(2).saysOneLineWith("Did you mean 'event'?");
        shell.run("track", "event", "--actoin", "x").exits(2).saysOneLineWith("Did you mean '--action'?");
    }

    @Test
    void options_of_opalmind_may_stand_at_each_level(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        matomo.refuseConnections();
        List<String> args = new ArrayList<>(List.of("-q"));
        args.addAll(List.of(event()));
        shell.run(args.toArray(String[]::new)).exits(0).saysNothing();
        shell.run(event("-q")).exits(0).saysNothing();
    }

    @Test
    void token_is_in_no_file_of_the_state_directory(FakeMatomo matomo) throws Exception {
        RunCli shell = RunCli.with(matomo, home);
        shell.run(event("--ip", "1.2.3.4")).exits(0);
        matomo.refuseConnections();
        shell.run(event("--ip", "1.2.3.4")).exits(0);
        try (var files = java.nio.file.Files.walk(shell.state())) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                String content = java.nio.file.Files.readString(file);
                assertFalse(content.contains(FakeMatomo.ADMIN_TOKEN), file.toString());
            }
        }
    }
}
