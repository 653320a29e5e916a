package io.opalmind.cli;

import io.opalmind.matomo.track.HitFault;
import io.opalmind.matomo.track.HitPreparation;
import io.opalmind.matomo.track.HitRefusedException;
import io.opalmind.matomo.track.PreparedHit;
import java.time.Instant;
import java.util.List;

/** Makes of what was typed a hit that is ready to be sent. */
final class HitArguments {
    private final Invocation invocation;
    private final HitOptions options;

    HitArguments(Invocation invocation, HitOptions options) {
        this.invocation = invocation;
        this.options = options;
    }

    /** Refuses what can be seen to be wrong without Matomo. */
    void check() {
        options.check(now());
    }

    PreparedHit prepared(Session session, String matomo) {
        Sites sites =
                Sites.of(options.site(), session.config(), session.opalMind().client());
        if (sites.ids().size() != 1) {
            throw new UsageException("--site '" + options.site() + "': a hit is of one site; name one.");
        }
        PreparedHit prepared = new HitPreparation(matomo)
                .prepare(options.kind(), options.hit(sites.ids().get(0)), options.idempotencyKey(), now());
        if (prepared.cutPvId() != null) {
            invocation
                    .console()
                    .warn("--pv-id " + prepared.cutPvId() + " is cut to " + prepared.pvId()
                            + ": Matomo keeps six characters.");
        }
        return prepared;
    }

    private Instant now() {
        return invocation.surroundings().clock().instant();
    }

    /** The same with the options' names in place of Matomo's. */
    String message(HitRefusedException refusal) {
        StringBuilder words = new StringBuilder("Not sent, as Matomo would not store it.");
        List<HitFault> faults = refusal.faults();
        for (HitFault fault : faults) {
            words.append(' ')
                    .append(fault.named(options.optionOf(fault.field())).message());
        }
        return words.toString();
    }
}
