package io.opalmind.store.redis;

import io.netty.util.internal.logging.InternalLoggerFactory;
import org.jspecify.annotations.Nullable;

/** Tells netty, slf4j and the JDK, before they look for themselves, what a command that lives for a tenth of a second needs. */
final class NettySwitches {
    private NettySwitches() {}

    /** What holds for every connection: nothing of their own on stderr, and no search through the jar. */
    static void set() {
        InternalLoggerFactory.setDefaultFactory(SilentLogging.FACTORY);
        if (System.getProperty("os.name").equals("Linux")) {
            // The JDK's own choice, said before it looks through the jar for another.
            System.setProperty("java.nio.channels.spi.SelectorProvider", "sun.nio.ch.EPollSelectorProvider");
        }
        // By name: to look for a provider, slf4j would open the jar and read through it.
        System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("io.lettuce.core.jfr", "false");
        System.setProperty("io.netty.jfr.enabled", "false");
        // One connection of a tenth of a second: pools and the search for leaks are not worth their classes.
        System.setProperty("io.netty.allocator.type", "unpooled");
        System.setProperty("io.netty.leakDetectionLevel", "disabled");
        // Part of a channel's id, which nobody asks for; netty would go through the network interfaces for it.
        System.setProperty("io.netty.machineId", "00:00:00:00:00:01");
    }

    /** Native code is for a Unix socket alone: to unpack and link it takes longer than all the rest. */
    static void setFor(@Nullable String url) {
        set();
        System.setProperty("io.lettuce.core.iouring", "false");
        if (url == null || !(url.startsWith("redis-socket") || url.startsWith("redis+socket"))) {
            System.setProperty("io.lettuce.core.epoll", "false");
            System.setProperty("io.netty.transport.noNative", "true");
        }
    }
}
