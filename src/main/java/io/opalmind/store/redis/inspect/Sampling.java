package io.opalmind.store.redis.inspect;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets so many pass and no more. */
final class Sampling implements KeyScan.Batches {
    private final int most;
    private final Consumer<FoundKey> sink;
    private int taken;

    Sampling(int most, Consumer<FoundKey> sink) {
        this.most = most;
        this.sink = sink;
    }

    int taken() {
        return taken;
    }

    @Override
    public void batch(Server server, List<FoundKey> keys, @Nullable ScanPosition next) {
        for (FoundKey key : keys) {
            if (taken < most) {
                taken++;
                sink.accept(key);
            }
        }
    }
}
