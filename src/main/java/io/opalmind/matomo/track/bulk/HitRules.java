package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitChecks;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.matomo.track.HitKind;
import io.opalmind.matomo.track.HitPreparation;
import io.opalmind.matomo.track.NamedHit;
import io.opalmind.store.KeptHit;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of a line's members a hit that can be sent, by the rules for any hit. Used by one thread. */
final class HitRules {
    /** Matomo's parameters that may well serve as keys, and are to be sent as well. */
    private static final Set<String> KEYS_SENT = Set.of("ec_id", "pv_id", "_id", "cid", "uid");

    /** Files have a few dozen names; one with thousands is no reason to keep them. */
    private static final int MOST_NAMES = 1000;

    private final HitPreparation preparation;
    private final Clock clock;
    private final @Nullable String site;
    private final @Nullable String keyField;
    private final boolean keyIsSent;

    /** Whether a name means the same with Matomo and with us. */
    private final Map<String, Boolean> matomos = new HashMap<>();

    HitRules(ImportSettings settings, Clock clock) {
        this.preparation = new HitPreparation(settings.matomo());
        this.clock = clock;
        this.site = settings.site();
        this.keyField = settings.keyField();
        this.keyIsSent = keyField != null && (KEYS_SENT.contains(keyField) || isOurs(keyField));
    }

    /** A name of ours has a meaning; what is none of ours looks like Matomo's, or like nothing. */
    private static boolean isOurs(String name) {
        NamedHit alone = NamedHit.of(Map.of(name, "1"));
        return alone.kind() != null && alone.faults().isEmpty();
    }

    /** A hit that may be sent, but for what Matomo has to be asked. */
    record Checked(@Nullable HitKind kind, Hit hit, Instant now) {}

    /**
     * Reads members and checks them. The key is taken from them before, where it is none of a hit's parameters.
     *
     * @throws BadLineException for the first fault
     */
    Checked check(Map<String, String> members) throws BadLineException {
        if (keyField != null && !keyIsSent) {
            members.remove(keyField);
        }
        Instant now = clock.instant();
        HitKind kind = null;
        Hit hit;
        if (areMatomos(members)) {
            if (site != null) {
                members.putIfAbsent("idsite", site);
            }
            hit = Hit.over(members);
        } else {
            NamedHit named = NamedHit.of(members);
            refuse(named.faults());
            kind = named.kind();
            hit = site == null || named.hit().has("idsite")
                    ? named.hit()
                    : named.hit().with("idsite", site);
        }
        refuse(HitChecks.of(kind, hit, now));
        return new Checked(kind, hit, now);
    }

    private static void refuse(List<HitFault> faults) throws BadLineException {
        if (!faults.isEmpty()) {
            throw BadLineException.of(faults.get(0));
        }
    }

    /** Then there is nothing to translate, which for a million lines is worth a look. */
    private boolean areMatomos(Map<String, String> members) {
        for (String name : members.keySet()) {
            Boolean known = matomos.get(name);
            if (known == null) {
                known = isMatomos(name);
                if (matomos.size() < MOST_NAMES) {
                    matomos.put(name, known);
                }
            }
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMatomos(String name) {
        NamedHit alone = NamedHit.of(Map.of(name, "1"));
        return alone.kind() == null && alone.faults().isEmpty() && alone.hit().has(name);
    }

    /** What is sent of it; the same for the same key whenever it is made. */
    KeptHit prepare(Checked checked, String key) {
        return keyField == null
                ? preparation.prepareWithoutRecord(checked.kind, checked.hit, key, checked.now)
                : preparation
                        .prepare(checked.kind, checked.hit, key, checked.now)
                        .kept();
    }
}
