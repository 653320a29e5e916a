package io.opalmind.matomo.http;

import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * How far one request has come: told by the transport, read by whoever gives up on it. Until the connection stands, TLS
 * and a proxy's tunnel included, nothing of the request has left. After it was given up nothing leaves any more: a thread
 * that was left behind while it connected must not send what by then counts as not sent.
 */
public final class Progress {
    private boolean leaving;
    private boolean givenUp;

    /**
     * A connection is being made, for the first time or to where a redirect leads.
     *
     * @throws SocketTimeoutException where the request was given up
     */
    public synchronized void connecting() throws IOException {
        goOn();
        leaving = false;
    }

    /**
     * The connection stands; from now on nobody knows what the server has read.
     *
     * @throws SocketTimeoutException where the request was given up
     */
    public synchronized void leaving() throws IOException {
        goOn();
        leaving = true;
    }

    /** Ends it here, and tells whether the server may have read the request. */
    public synchronized boolean giveUp() {
        givenUp = true;
        return leaving;
    }

    private void goOn() throws IOException {
        if (givenUp) {
            throw new SocketTimeoutException("given up");
        }
    }
}
