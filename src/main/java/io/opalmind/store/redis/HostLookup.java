package io.opalmind.store.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The addresses of a host, within a time: the system's own look-up may take half a minute where no name server answers. */
final class HostLookup implements Runnable {
    private final String host;
    private InetAddress @Nullable [] addresses;
    private @Nullable UnknownHostException failure;

    private HostLookup(String host) {
        this.host = host;
    }

    /**
     * One address at least.
     *
     * @throws UnknownHostException where there is no such host
     * @throws WireException where the time is over
     */
    static InetAddress[] of(String host, TimeLimit limit) throws IOException {
        if (isAddress(host)) {
            return InetAddress.getAllByName(host);
        }
        HostLookup lookup = new HostLookup(host);
        Thread thread = new Thread(lookup, "redis-host-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(limit.millis("no address of the host"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted", e);
        }
        if (thread.isAlive()) {
            throw limit.exceeded("no address of the host");
        }
        return lookup.found();
    }

    private InetAddress[] found() throws UnknownHostException {
        InetAddress[] found = addresses;
        if (found == null) {
            throw failure == null ? new UnknownHostException(host) : failure;
        }
        return found;
    }

    /** Whether the text is an address already, which nobody need be asked for. */
    private static boolean isAddress(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void run() {
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            failure = e;
        }
    }
}
