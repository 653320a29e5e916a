package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.store.KeptHit;
import java.util.List;

/** Rules enough for tests: a hit has a site and a URL, and is sent as it stands. */
final class PlainRules implements HitRules {
    @Override
    public String name(String given) {
        return given.equals("actionName") ? "action_name" : given;
    }

    @Override
    public List<HitFault> faults(Hit hit) {
        for (String name : new String[] {"idsite", "url"}) {
            if (!hit.has(name)) {
                return List.of(new HitFault(name, "is missing"));
            }
        }
        return List.of();
    }

    @Override
    public KeptHit prepare(Hit hit, String key) {
        String query = hit.query();
        return new KeptHit(key, Integer.toHexString(query.hashCode()), hit.visitor(), query, 0, false, 0, null);
    }
}
