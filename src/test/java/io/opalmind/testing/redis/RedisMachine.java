package io.opalmind.testing.redis;

/** The life of one server, a process or a container. Its data do not outlive a kill, its port and its settings do. */
interface RedisMachine extends AutoCloseable {
    /** Starts it, the first time or again. It may take a moment until it answers. */
    void start();

    /** SIGKILL; returns when it is gone. Frozen or dead already does no harm. */
    void kill();

    /** Holds it: connections are still accepted by the kernel, nothing is answered. */
    void freeze();

    /** Lets it go on after {@link #freeze()}. */
    void thaw();

    boolean running();

    /** What it has written so far, for the message of a start that failed. */
    String log();

    @Override
    void close();
}
