package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.matomo.track.HitVerifier.Finding;
import io.opalmind.matomo.track.Settlement.Verdict;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final KeptHit HIT =
            new KeptHit("key", "0123456789abcdef", "1/_id=a", "idsite=1", 1_795_532_536_520L, true, 1, null);

    private final Deque<Finding> log = new ArrayDeque<>();
    private final List<String> warnings = new ArrayList<>();

    private Settlement settlement(OnUnknown onUnknown, boolean waits) {
        DeliveryPolicy policy =
                new DeliveryPolicy(onUnknown, 4, Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(1), waits);
        HitVerifier verifier = hit -> {
            Finding next = log.poll();
            if (next == null) {
                throw new MatomoException(ErrorKind.UNREACHABLE, "away");
            }
            return next;
        };
        return new Settlement(verifier, policy, new Backoff(1, 1), Clock.systemUTC(), warnings::add);
    }

    private Verdict decide(OnUnknown onUnknown, boolean waits, Instant settled, Finding... answers) {
        log.addAll(List.of(answers));
        return settlement(onUnknown, waits).of(HIT, false, settled);
    }

    @Test
    void hit_in_the_log_has_arrived() {
        assertEquals(Verdict.ARRIVED, decide(OnUnknown.VERIFY, true, Instant.EPOCH, Finding.STORED));
        assertTrue(warnings.isEmpty());
    }

    @Test
    void hit_that_arrives_late_is_waited_for() {
        Instant soon = Instant.now().plusMillis(50);
        assertEquals(Verdict.ARRIVED, decide(OnUnknown.VERIFY, true, soon, Finding.ABSENT, Finding.STORED));
    }

    @Test
    void silence_of_the_log_is_proof_once_it_is_settled() {
        Instant soon = Instant.now().plusMillis(50);
        assertEquals(Verdict.SEND, decide(OnUnknown.VERIFY, true, soon, Finding.ABSENT, Finding.ABSENT));
        assertTrue(!Instant.now().isBefore(soon));
        assertEquals(Verdict.SEND, decide(OnUnknown.VERIFY, true, Instant.EPOCH, Finding.ABSENT));
    }

    @Test
    void in_passing_nothing_is_waited_for() {
        assertEquals(Verdict.NOT_YET, decide(OnUnknown.VERIFY, false, Instant.MAX, Finding.ABSENT));
    }

    @Test
    void what_cannot_be_told_is_sent_again_with_a_word_before() {
        assertEquals(Verdict.SEND_ANYWAY, decide(OnUnknown.VERIFY, true, Instant.EPOCH, Finding.UNDECIDED));
        assertEquals(Verdict.SEND_ANYWAY, decide(OnUnknown.RESEND, true, Instant.EPOCH));
        assertEquals(2, warnings.size());
        assertTrue(warnings.get(0).contains("'key'") && warnings.get(0).contains("twice"), warnings.get(0));
    }

    @Test
    void log_that_cannot_be_asked_is_no_answer() {
        assertThrows(MatomoException.class, () -> decide(OnUnknown.VERIFY, true, Instant.EPOCH));
        assertTrue(warnings.isEmpty());
    }

    @Test
    void order_is_sent_as_matomo_knows_it_again() {
        assertEquals(Verdict.SEND, settlement(OnUnknown.VERIFY, true).of(HIT, true, Instant.MAX));
    }

    @Test
    void skip_asks_nobody() {
        assertEquals(Verdict.LEAVE, decide(OnUnknown.SKIP, true, Instant.EPOCH));
    }

    @Test
    void hits_of_others_are_settled_when_no_sender_can_be_at_them_any_more() {
        Settlement settlement = settlement(OnUnknown.VERIFY, true);
        Instant now = Instant.now();
        KeptHit fresh = new KeptHit("k", "f", "v", "q", now.toEpochMilli(), true, 1, null);
        assertTrue(settlement.settledElsewhere(fresh).isAfter(now));
        assertEquals(Instant.EPOCH, settlement.settledElsewhere(HIT));
    }
}
