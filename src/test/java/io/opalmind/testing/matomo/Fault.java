package io.opalmind.testing.matomo;

import java.util.function.Function;
import mockwebserver3.MockResponse;

/** Something that goes wrong between Matomo and its client; {@link Faults} has them all. */
public final class Fault {
    private final String name;
    private final Function<Exchange, MockResponse.Builder> response;
    private final boolean unread;

    Fault(String name, Function<Exchange, MockResponse.Builder> response) {
        this(name, response, false);
    }

    Fault(String name, Function<Exchange, MockResponse.Builder> response, boolean unread) {
        this.unread = unread;
        this.name = name;
        this.response = response;
    }

    /** The same fault with one header more, or another value of it. */
    public Fault with(String header, String value) {
        return new Fault(name, exchange -> response.apply(exchange).setHeader(header, value), unread);
    }

    /** Whether it befalls a connection before a request is read from it. */
    boolean isUnread() {
        return unread;
    }

    MockResponse respond(Exchange exchange) {
        return response.apply(exchange).build();
    }

    /** The fault's name, so that it reads well as a parameter of a test. */
    @Override
    public String toString() {
        return name;
    }
}
