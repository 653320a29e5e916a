package io.opalmind.health;

import io.opalmind.matomo.Value;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** {@code redis-connection}: whether Redis answers, may be written to, and how long a round trip takes. */
public final class RedisProbe extends StoreProbe {
    static final String NAME = "redis-connection";

    private final Supplier<Duration> roundTrip;
    private final String where;

    /**
     * @param roundTrip connects where need be, and takes the time of a round trip; throws a {@link StoreException} that
     *     names the cause where Redis is of no use
     * @param where host, port and database, for people
     */
    public RedisProbe(Supplier<Duration> roundTrip, String where, Duration limit, Clock clock) {
        super(NAME, "datastore", limit, clock);
        this.roundTrip = roundTrip;
        this.where = where;
    }

    @Override
    void look(Finding finding) {
        double millis = Math.round(roundTrip.get().toNanos() / 1e4) / 100.0;
        finding.detail("address", where)
                .pass("Redis at " + where + " answered in " + Measure.digits(millis) + " ms.")
                .observed(new Value.Num(Measure.digits(millis)), "ms")
                .measure(Measure.of(
                        "redis",
                        "redis_round_trip_seconds",
                        "Time of a round trip to Redis.",
                        millis,
                        Measure.Unit.MILLISECONDS));
    }

    @Override
    void away(Finding finding, String cause) {
        finding.detail("address", where).fail("Redis at " + where + ": " + cause);
    }
}
