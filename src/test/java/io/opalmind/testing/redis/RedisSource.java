package io.opalmind.testing.redis;

/** Where the servers of the test bed come from. */
interface RedisSource extends AutoCloseable {
    /** For the reader of the build's output: what it is and which Redis it runs. */
    String describe();

    /**
     * A machine for that server, not yet started.
     *
     * @throws RuntimeException where this source does not work on this computer; the message says why in half a sentence
     */
    RedisMachine machine(ServerSpec spec);

    /** A server that answers. */
    default RedisServer boot(ServerSpec spec, Access access) {
        RedisServer server = new RedisServer(machine(spec), spec.port(), access);
        try {
            server.start();
            return server;
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** Removes what it keeps besides its machines. */
    @Override
    void close();
}
