package io.opalmind.cli;

import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.matomo.track.HitGate;
import io.opalmind.matomo.track.HitRefusedException;
import io.opalmind.store.KeptHit;
import java.util.List;

/** Makes of what was typed a hit that is ready to be sent, and refuses what Matomo would drop. */
final class HitArguments {
    private final Invocation invocation;
    private final HitOptions options;

    HitArguments(Invocation invocation, HitOptions options) {
        this.invocation = invocation;
        this.options = options;
    }

    KeptHit kept(Session session, String matomo) {
        throw new UnsupportedOperationException();
    }

    /** Refuses what Matomo, asked beforehand, says it would refuse. */
    static void refuse(HitGate gate, KeptHit kept) {
        HitFault fault = gate.check(Hit.ofQuery(kept.query()));
        if (fault != null) {
            throw new HitRefusedException(List.of(fault));
        }
    }
}
