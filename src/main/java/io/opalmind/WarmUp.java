package io.opalmind;

import io.opalmind.store.CachedReport;
import io.opalmind.store.redis.RedisWarmUp;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Loads what a command is about to need, on the core that is idle while the command line is parsed. Opens nothing, sends
 * nothing, and changes nothing but how soon the first result is there. Measured: docs/adr/0001.
 */
public final class WarmUp implements Runnable {
    private static final String RECORD = "{\"feature\":\"a\",\"value\":[{\"b\":1.5}],\"expiresAt\":1}";

    private final boolean redis;

    /** @param redis whether the command will connect to Redis */
    public WarmUp(boolean redis) {
        this.redis = redis;
    }

    @Override
    public void run() {
        if (redis) {
            new RedisWarmUp().run();
        }
        Origin.of(URI.create("http://localhost/"), "");
        CachedReport.parse(RECORD.getBytes(StandardCharsets.UTF_8));
    }
}
