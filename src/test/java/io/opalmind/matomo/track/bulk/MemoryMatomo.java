package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.http.BulkAnswer;
import io.opalmind.matomo.http.HitAnswer;
import io.opalmind.matomo.http.HitAnswer.Verdict;
import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitVerifier;
import io.opalmind.store.KeptHit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Matomo's Tracking API in memory, which behaves as the recorded one: bulks with invalid hits store the others, a poisoned
 * one is rolled back, and invalid indices are named to a token that may write alone.
 */
final class MemoryMatomo implements HitWire, HitVerifier {
    /** What goes wrong with one request. */
    enum Fault {
        UNREACHABLE,
        /** The answer is lost, and nothing was stored. */
        CUT_BEFORE,
        /** The answer is lost, and all was stored. */
        CUT_AFTER,
        RATE_LIMITED,
        LOCKED_OUT
    }

    private final List<Hit> stored = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private Predicate<Hit> invalid = hit -> false;
    private Predicate<Hit> poison = hit -> false;
    private Predicate<Hit> skipped = hit -> false;
    private Predicate<Hit> needsToken = hit -> false;
    private Predicate<Hit> visible = hit -> true;
    private boolean namesIndices = true;
    private boolean secureToken;
    private boolean lockedOut;
    private @Nullable Runnable onRequest;
    private @Nullable Fault forever;

    MemoryMatomo refuses(Predicate<Hit> these) {
        invalid = these;
        return this;
    }

    MemoryMatomo isPoisonedBy(Predicate<Hit> these) {
        poison = these;
        return this;
    }

    /** In bulks they are counted nowhere. */
    MemoryMatomo passesOver(Predicate<Hit> these) {
        skipped = these;
        return this;
    }

    /** Refuses these without the token. */
    MemoryMatomo wantsTokenFor(Predicate<Hit> these) {
        needsToken = these;
        return this;
    }

    /** The visits log knows these alone. */
    MemoryMatomo showsOnly(Predicate<Hit> these) {
        visible = these;
        return this;
    }

    /** The token is below write access. */
    MemoryMatomo namesNoIndices() {
        namesIndices = false;
        return this;
    }

    /** The token is passed over in bulks. */
    MemoryMatomo hasSecureToken() {
        secureToken = true;
        return this;
    }

    synchronized MemoryMatomo lockOut(boolean on) {
        lockedOut = on;
        return this;
    }

    synchronized MemoryMatomo failNext(Fault... next) {
        faults.addAll(List.of(next));
        return this;
    }

    synchronized MemoryMatomo failAlways(@Nullable Fault fault) {
        forever = fault;
        return this;
    }

    MemoryMatomo onRequest(Runnable action) {
        onRequest = action;
        return this;
    }

    /** As if the last ones had never arrived. */
    synchronized void forgetLast(int hits) {
        stored.subList(stored.size() - hits, stored.size()).clear();
    }

    synchronized List<Hit> stored() {
        return List.copyOf(stored);
    }

    /** What came, as {@code bulk 3} or {@code single}, with {@code +token} behind it where the token came too. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized HitAnswer single(String query, boolean withToken) {
        requests.add("single" + (withToken ? "+token" : ""));
        Fault fault = fault();
        if (fault != null && fault != Fault.CUT_AFTER) {
            return new HitAnswer(verdict(fault), 0, "", failure(fault));
        }
        if (lockedOut && withToken) {
            return new HitAnswer(Verdict.NOT_STORED, 500, "", failure(Fault.LOCKED_OUT));
        }
        Hit hit = Hit.ofQuery(query);
        if (invalid.test(hit) || poison.test(hit) || (needsToken.test(hit) && !withToken)) {
            return new HitAnswer(
                    Verdict.REFUSED, 400, "", new MatomoException(ErrorKind.REQUEST_REFUSED, "Matomo refused the hit"));
        }
        stored.add(hit);
        return fault == null
                ? new HitAnswer(Verdict.STORED, 204, "", null)
                : new HitAnswer(Verdict.UNKNOWN, 0, "", failure(fault));
    }

    @Override
    public synchronized BulkAnswer bulk(List<String> queries, boolean withToken) {
        requests.add("bulk " + queries.size() + (withToken ? "+token" : ""));
        Fault fault = fault();
        if (fault != null && fault != Fault.CUT_AFTER) {
            return new BulkAnswer(verdict(fault), 0, 0, 0, null, failure(fault));
        }
        if (lockedOut && withToken) {
            return refused(0);
        }
        boolean tokenCounts = withToken && !secureToken;
        List<Hit> taken = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            Hit hit = Hit.ofQuery(queries.get(i));
            if (poison.test(hit)) {
                return refused(taken.size());
            }
            if (invalid.test(hit) || (needsToken.test(hit) && !tokenCounts)) {
                indices.add(i);
            } else if (!skipped.test(hit)) {
                taken.add(hit);
            }
        }
        stored.addAll(taken);
        if (fault != null) {
            return new BulkAnswer(Verdict.UNKNOWN, 0, 0, 0, null, failure(fault));
        }
        return new BulkAnswer(
                Verdict.STORED, 200, taken.size(), indices.size(), tokenCounts && namesIndices ? indices : null, null);
    }

    private static BulkAnswer refused(int tracked) {
        return new BulkAnswer(
                Verdict.REFUSED,
                500,
                tracked,
                0,
                null,
                new MatomoException(ErrorKind.REQUEST_REFUSED, "Matomo rolled it back"));
    }

    private @Nullable Fault fault() {
        if (onRequest != null) {
            onRequest.run();
        }
        return faults.isEmpty() ? forever : faults.poll();
    }

    private static Verdict verdict(Fault fault) {
        return fault == Fault.CUT_BEFORE ? Verdict.UNKNOWN : Verdict.NOT_STORED;
    }

    private static MatomoException failure(Fault fault) {
        return switch (fault) {
            case UNREACHABLE -> new MatomoException(ErrorKind.UNREACHABLE, "Cannot reach Matomo.");
            case CUT_BEFORE, CUT_AFTER -> new MatomoException(ErrorKind.UNREACHABLE, "The connection was cut.");
            case RATE_LIMITED -> new MatomoException(ErrorKind.RATE_LIMITED, "Too many requests.");
            case LOCKED_OUT -> new MatomoException(ErrorKind.LOCKED_OUT, "Locked out.");
        };
    }

    @Override
    public synchronized Finding find(KeptHit hit) {
        Hit wanted = Hit.ofQuery(hit.query());
        if (!visible.test(wanted)) {
            return Finding.UNDECIDED;
        }
        for (Hit one : stored) {
            if (one.parameters().equals(wanted.parameters())) {
                return Finding.STORED;
            }
        }
        return Finding.ABSENT;
    }
}
