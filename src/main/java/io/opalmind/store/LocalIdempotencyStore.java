package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Claims and records in files under {@code $STATE/hits/MATOMO}, for several processes of one host at once: {@code
 * records} ({@link LocalRecords}) and {@code claims} ({@link LocalClaims}). A key is looked at and changed under the lock
 * of its shard ({@link KeyLocks}), record and claim together.
 */
public final class LocalIdempotencyStore implements IdempotencyStore {
    private final LocalRecords records;
    private final LocalClaims claims;
    private final KeyLocks locks;
    private final Clock clock;
    private final ClaimTime times;
    private final ClaimOwner owner = ClaimOwner.here();
    /** The keys that this store claimed, with the owner of each claim. */
    private final Map<String, String> ours = new ConcurrentHashMap<>();

    /**
     * @param stateDirectory need not exist before the first claim
     * @param matomo tells one Matomo from another; the name of a directory
     * @param recordLife more than zero
     */
    public LocalIdempotencyStore(Path stateDirectory, String matomo, Duration recordLife, Clock clock) {
        HitsDirectory home = new HitsDirectory(stateDirectory, matomo);
        this.records = new LocalRecords(home, recordLife, clock);
        this.claims = new LocalClaims(home.path().resolve("claims"));
        this.locks = new KeyLocks(home);
        this.clock = clock;
        this.times = new ClaimTime(clock);
    }

    @Override
    public List<Claim> claim(List<KeptHit> hits, Duration lease) {
        Claiming claiming = new Claiming(hits, Expiry.of(clock, lease));
        List<String> keys = new ArrayList<>(hits.size());
        for (KeptHit hit : hits) {
            keys.add(hit.key());
        }
        try {
            locks.each(keys, claiming);
        } catch (StoreException e) {
            giveBack(claiming, e);
            throw e;
        }
        return Arrays.asList(claiming.outcomes);
    }

    private final class Claiming implements KeyLocks.Work {
        private final List<KeptHit> hits;
        private final long until;
        private final long since;
        private final @Nullable Claim[] outcomes;

        Claiming(List<KeptHit> hits, long until) {
            this.hits = hits;
            this.until = until;
            since = times.next(hits.size());
            outcomes = new Claim[hits.size()];
        }

        @Override
        public void on(int index, String name) throws IOException {
            KeptHit hit = hits.get(index);
            HitRecord record = records.find(hit.key(), name);
            outcomes[index] = record == null ? claim(hit, name, since + index) : new Claim.Completed(record);
        }

        private Claim claim(KeptHit hit, String name, long time) throws IOException {
            long now = clock.millis();
            LocalClaims.Standing standing = claims.find(name);
            if (standing != null && !isOver(standing, now)) {
                ClaimEntry held = standing.entry();
                return new Claim.Held(
                        ClaimOwner.shown(held.owner()), held.hit(), Duration.ofMillis(standing.until() - now));
            }
            String token = owner.next();
            claims.put(name, new ClaimEntry(token, time, 0, hit), until, now);
            ours.put(hit.key(), token);
            return new Claim.Granted(standing == null ? null : standing.entry().hit());
        }
    }

    /** Nobody hears of what was granted, so nobody would end it. What was taken over stays, as it holds another's hit. */
    private void giveBack(Claiming claiming, StoreException reason) {
        List<String> granted = new ArrayList<>();
        for (int i = 0; i < claiming.outcomes.length; i++) {
            if (claiming.outcomes[i] instanceof Claim.Granted claim && claim.previous() == null) {
                granted.add(claiming.hits.get(i).key());
            }
        }
        try {
            release(granted);
        } catch (StoreException again) {
            reason.addSuppressed(again);
        }
    }

    @Override
    public boolean renew(List<String> keys, Duration lease) {
        Renewing renewing = new Renewing(keys, Expiry.of(clock, lease));
        locks.each(keys, renewing);
        return renewing.allOurs;
    }

    private final class Renewing implements KeyLocks.Work {
        private final List<String> keys;
        private final long until;
        private boolean allOurs = true;

        Renewing(List<String> keys, long until) {
            this.keys = keys;
            this.until = until;
        }

        @Override
        public void on(int index, String name) throws IOException {
            if (isOurs(keys.get(index), name)) {
                claims.prolong(name, until);
            } else {
                allOurs = false;
            }
        }
    }

    @Override
    public void complete(List<HitRecord> delivered) {
        List<String> keys = new ArrayList<>(delivered.size());
        for (HitRecord record : delivered) {
            keys.add(record.key());
        }
        locks.each(keys, new Ending(keys, delivered));
    }

    @Override
    public void release(List<String> keys) {
        locks.each(keys, new Ending(keys, null));
    }

    /** With a record of each key, or without. */
    private final class Ending implements KeyLocks.Work {
        private final List<String> keys;
        private final @Nullable List<HitRecord> delivered;

        Ending(List<String> keys, @Nullable List<HitRecord> delivered) {
            this.keys = keys;
            this.delivered = delivered;
        }

        @Override
        public void on(int index, String name) throws IOException {
            String key = keys.get(index);
            if (delivered != null) {
                records.put(delivered.get(index), name);
            }
            if (isOurs(key, name)) {
                claims.remove(name);
            }
            ours.remove(key);
        }
    }

    private boolean isOurs(String key, String name) throws IOException {
        String token = ours.get(key);
        LocalClaims.Standing standing = token == null ? null : claims.find(name);
        return standing != null && standing.entry().owner().equals(token);
    }

    @Override
    public List<@Nullable HitRecord> find(List<String> keys) {
        List<@Nullable HitRecord> found = new ArrayList<>(keys.size());
        for (String key : keys) {
            String name = KeyName.of(key);
            try {
                found.add(records.find(key, name));
            } catch (IOException e) {
                throw LocalFault.cannot("read", records.place(name), e);
            }
        }
        return found;
    }

    @Override
    public List<KeptHit> abandoned(int most) {
        try {
            long now = clock.millis();
            List<LocalClaims.Standing> over = new ArrayList<>();
            for (LocalClaims.Standing claim : claims.all(now)) {
                if (isOver(claim, now)) {
                    over.add(claim);
                }
            }
            over.sort((one, other) ->
                    Long.compare(one.entry().since(), other.entry().since()));
            return undelivered(over, most);
        } catch (IOException e) {
            throw LocalFault.cannot("read", claims.directory(), e);
        }
    }

    private List<KeptHit> undelivered(List<LocalClaims.Standing> over, int most) throws IOException {
        List<KeptHit> hits = new ArrayList<>();
        for (int i = 0; i < over.size() && hits.size() < most; i++) {
            LocalClaims.Standing claim = over.get(i);
            KeptHit hit = claim.entry().hit();
            if (records.find(hit.key(), claim.name()) == null) {
                hits.add(hit);
            } else {
                locks.each(List.of(hit.key()), new Clearing(claim));
            }
        }
        return hits;
    }

    /** Removes a claim whose hit was recorded as delivered. */
    private final class Clearing implements KeyLocks.Work {
        private final LocalClaims.Standing seen;

        Clearing(LocalClaims.Standing seen) {
            this.seen = seen;
        }

        @Override
        public void on(int index, String name) throws IOException {
            LocalClaims.Standing now = claims.find(name);
            if (now != null && now.entry().owner().equals(seen.entry().owner())) {
                claims.remove(name);
            }
        }
    }

    private boolean isOver(LocalClaims.Standing claim, long now) {
        return claim.until() <= now || owner.isKnownDead(claim.entry().owner());
    }

    @Override
    public void close() {}
}
