package io.opalmind.store.redis;

import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;

/**
 * Loads what a connection to Redis needs, on the core that is idle while the command line is parsed. Opens nothing and
 * connects to nowhere. Measured: docs/adr/0001.
 */
public final class RedisWarmUp implements Runnable {
    private static final String[] CLASSES = {
        "io.lettuce.core.protocol.RedisStateMachine",
        "io.lettuce.core.protocol.Command",
        "io.lettuce.core.protocol.CommandArgs",
        "io.lettuce.core.output.ValueOutput",
        "io.lettuce.core.output.IntegerOutput",
    };

    @Override
    public void run() {
        LeanResources.quieten();
        boolean released =
                new UnpooledByteBufAllocator(false, true).heapBuffer(1).release();
        assert released;
        for (String name : CLASSES) {
            load(name);
        }
        try {
            new Socket(Proxy.NO_PROXY).close();
        } catch (IOException notHere) {
            // Then the connection will find out.
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, true, RedisWarmUp.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notInThisVersion) {
            // Then the connection will load what it needs by itself.
        }
    }
}
