package io.opalmind.matomo.http;

/**
 * How far one request has come: told by the transport, read by whoever gives up on it. Until the connection stands, TLS
 * and a proxy's tunnel included, nothing of the request has left.
 */
public final class Progress {
    private volatile boolean leaving;

    /** A connection is being made, for the first time or to where a redirect leads. */
    public void connecting() {
        leaving = false;
    }

    /** The connection stands; from now on nobody knows what the server has read. */
    public void leaving() {
        leaving = true;
    }

    /** Whether the server may have read the request. */
    public boolean mayHaveArrived() {
        return leaving;
    }
}
