package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.store.KeptHit;
import java.util.List;

/** What the house knows of hits, as an import needs it. */
public interface HitRules {
    /** Matomo's name of a parameter for ours; any other name as it is. */
    String name(String given);

    /** What is wrong with a hit and can be known without asking Matomo; empty where nothing is. */
    List<HitFault> faults(Hit hit);

    /** Makes of a hit without faults what is sent; the same of the same hit and key, however often. */
    KeptHit prepare(Hit hit, String key);
}
