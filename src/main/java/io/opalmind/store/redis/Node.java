package io.opalmind.store.redis;

/**
 * One server.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 1 to 65535
 */
record Node(String host, int port) {
    /** As in a url. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
