package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** matomo.php: takes single hits and bulk requests, and answers as the recordings {@code track.*} and {@code bulk.*}. */
final class TrackingServer {
    private static final String NOTICE = RecordingFiles.text("matomo-5.0.2/track.bad-site.body.txt");
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    private final HitLog log;
    private final HitCheck check;
    private final TrackingTokens tokens;
    private volatile Clock clock = Clock.systemUTC();

    TrackingServer(HitLog log, HitCheck check, Logins logins) {
        this.log = log;
        this.check = check;
        this.tokens = new TrackingTokens(logins);
    }

    void clock(Clock other) {
        clock = other;
    }

    Instant now() {
        return clock.instant();
    }

    Answer answer(MatomoRequest asked) {
        BulkBody bulk = asked.http().equals("POST") ? BulkBody.of(asked.body()) : null;
        synchronized (log) {
            return bulk == null ? single(asked) : bulk(bulk);
        }
    }

    private Answer single(MatomoRequest asked) {
        Map<String, String> hit = asked.params();
        String token = hit.get("token_auth");
        boolean form = !asked.hasTokenInUrl();
        Instant now = now();
        HitVerdict verdict;
        try {
            verdict = check.verdict(hit, site -> tokens.mayWrite(token, form, site), now, log.orders());
        } catch (TrackingTokens.LockedOut locked) {
            return Answer.html(500, Messages.LOCKED_OUT);
        }
        if (verdict == HitVerdict.REFUSED || verdict == HitVerdict.POISON) {
            return Answer.html(400, NOTICE);
        }
        if (verdict == HitVerdict.STORED) {
            log.store(hit, token, false, now);
        }
        return "0".equals(hit.get("send_image"))
                ? Answer.html(204, "")
                : Answer.of(200, "image/gif", "").with(Content.of(PIXEL));
    }

    private Answer bulk(BulkBody bulk) {
        Tally tally = new Tally();
        boolean told;
        try {
            told = tokens.mayWriteSomewhere(bulk.token());
            judge(bulk, tally);
        } catch (TrackingTokens.LockedOut locked) {
            return answer(bulk, 500, new Tally().json("error", false));
        }
        told &= !bulk.hits().isEmpty();
        if (tally.poisoned) {
            return answer(bulk, 500, tally.json("error", told));
        }
        for (Map<String, String> hit : tally.stored) {
            log.store(hit, token(hit, bulk), true, tally.now);
        }
        return answer(bulk, 200, tally.json("success", told));
    }

    private void judge(BulkBody bulk, Tally tally) {
        tally.now = now();
        Set<String> orders = new OrdersSoFar(log.orders());
        List<Map<String, String>> hits = bulk.hits();
        for (int i = 0; i < hits.size() && !tally.poisoned; i++) {
            Map<String, String> hit = hits.get(i);
            HitVerdict verdict =
                    check.verdict(hit, site -> tokens.mayWrite(token(hit, bulk), false, site), tally.now, orders);
            tally.count(i, hit, verdict);
            if (verdict == HitVerdict.STORED) {
                orders.add(HitCheck.order(hit));
            }
        }
    }

    private static @Nullable String token(Map<String, String> hit, BulkBody bulk) {
        String own = hit.get("token_auth");
        return own == null ? bulk.token() : own;
    }

    private static Answer answer(BulkBody bulk, int status, ObjectNode body) {
        String json = Json.write(body);
        return bulk.sendImage() ? Answer.of(status, "application/json", json) : Answer.of(204, "application/json", "");
    }

    /** Orders of the log, and those of the bulk in hand, which may yet be rolled back. */
    private static final class OrdersSoFar extends HashSet<String> {
        private static final long serialVersionUID = 1;
        private final transient Set<String> stored;

        OrdersSoFar(Set<String> stored) {
            this.stored = stored;
        }

        @Override
        public boolean contains(Object order) {
            return super.contains(order) || stored.contains(order);
        }
    }

    private static final class Tally {
        private final List<Map<String, String>> stored = new ArrayList<>();
        private final ArrayNode invalid = Json.NODES.arrayNode();
        private Instant now = Instant.EPOCH;
        private int tracked;
        private boolean poisoned;

        void count(int index, Map<String, String> hit, HitVerdict verdict) {
            switch (verdict) {
                case STORED -> {
                    stored.add(hit);
                    tracked++;
                }
                case DROPPED -> tracked++;
                case REFUSED -> invalid.add(index);
                case POISON -> poisoned = true;
            }
        }

        ObjectNode json(String status, boolean told) {
            ObjectNode json = Json.NODES.objectNode();
            json.put("status", status).put("tracked", tracked).put("invalid", invalid.size());
            if (told) {
                json.set("invalid_indices", invalid);
            }
            return json;
        }
    }
}
