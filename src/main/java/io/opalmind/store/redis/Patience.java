package io.opalmind.store.redis;

import io.opalmind.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long to wait for answers from now on, for all of them together: a Redis that hangs must not cost a timeout each. */
final class Patience {
    private final RedisSettings settings;
    private final FirstFault fault;
    private final Duration limit;
    private final long end;

    /** For commands. */
    Patience(RedisSettings settings, FirstFault fault, TimeLimit limit) {
        this(settings, fault, limit.granted(), limit.nanos());
    }

    /** @param servers how many servers have to be connected to, one after the other */
    Patience(RedisSettings settings, FirstFault fault, int servers) {
        this(
                settings,
                fault,
                settings.connectTimeout(),
                servers * settings.connectTimeout().toNanos());
    }

    private Patience(RedisSettings settings, FirstFault fault, Duration limit, long nanos) {
        this.settings = settings;
        this.fault = fault;
        this.limit = limit;
        this.end = System.nanoTime() + nanos;
    }

    /** @throws StoreException where nothing comes in time, or an error */
    <T> T await(Future<T> answer) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw RedisFaults.of(e.getCause() == null ? e : e.getCause(), settings, limit, fault);
        } catch (TimeoutException | CancellationException e) {
            throw RedisFaults.of(e, settings, limit, fault);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", e);
        }
    }
}
