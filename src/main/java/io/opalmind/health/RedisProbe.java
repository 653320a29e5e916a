package io.opalmind.health;

import io.opalmind.matomo.Value;
import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** {@code redis-connection}: whether Redis answers, may be written to, and how long a round trip takes. */
public final class RedisProbe implements Probe {
    static final String NAME = "redis-connection";

    private final Supplier<Duration> roundTrip;
    private final String where;
    private final Duration limit;
    private final Clock clock;

    /**
     * @param roundTrip connects where need be, and takes the time of a round trip; throws a {@link StoreException} that
     *     names the cause where Redis is of no use
     * @param where host, port and database, for people
     */
    public RedisProbe(Supplier<Duration> roundTrip, String where, Duration limit, Clock clock) {
        this.roundTrip = roundTrip;
        this.where = where;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String componentType() {
        return "datastore";
    }

    @Override
    public Duration limit() {
        return limit;
    }

    @Override
    public List<Check> run() {
        Finding finding = new Finding(NAME, componentType()).detail("address", where);
        try {
            double millis = Math.round(roundTrip.get().toNanos() / 1e4) / 100.0;
            finding.pass("Redis at " + where + " answered in " + Measure.digits(millis) + " ms.")
                    .observed(new Value.Num(Measure.digits(millis)), "ms")
                    .measure(Measure.of(
                            "redis",
                            "redis_round_trip_seconds",
                            "Time of a round trip to Redis.",
                            millis,
                            Measure.Unit.MILLISECONDS));
        } catch (StoreException e) {
            finding.fail("Redis at " + where + ": " + e.getMessage());
        }
        return List.of(finding.at(clock.instant()));
    }
}
