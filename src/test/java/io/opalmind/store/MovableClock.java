package io.opalmind.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Public for the stores of other packages. */
public final class MovableClock extends Clock {
    private Instant now;

    public MovableClock(String now) {
        this.now = Instant.parse(now);
    }

    public void moveTo(String instant) {
        now = Instant.parse(instant);
    }

    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests have UTC");
    }
}
