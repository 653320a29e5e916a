package io.opalmind.sandbox.http;

/**
 * The name that a client knows the server by. A page of some other site reaches loopback as well, by a name of its own that it
 * points here (DNS rebinding), and would read the answers: so other names are turned away.
 */
final class HostHeader {
    private HostHeader() {}

    static boolean isLoopback(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.indexOf(']');
        String name = port ? host.substring(0, colon) : host;
        return name.equals("127.0.0.1") || name.equalsIgnoreCase("localhost") || name.equals("[::1]");
    }
}
