package io.opalmind.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong first with a connection. The connection is closed for it, and all that comes later hears of that alone:
 * of garbage, the command at the head of the queue; of a certificate that the server refuses, nobody.
 */
final class FirstFault {
    private volatile @Nullable Throwable first;

    /** An error that Redis answers is the command's own, and the connection stays. */
    void note(Throwable failure) {
        if (first == null && !(failure instanceof RedisCommandExecutionException)) {
            first = failure;
        }
    }

    @Nullable
    Throwable get() {
        return first;
    }
}
