package io.opalmind.sandbox;

import io.opalmind.sandbox.api.ReportingApi;
import io.opalmind.sandbox.http.Gate;
import io.opalmind.sandbox.http.Server;
import io.opalmind.sandbox.http.Tracking;
import io.opalmind.sandbox.http.Wire;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Hit;
import io.opalmind.sandbox.visits.Sender;
import io.opalmind.sandbox.visits.VisitLog;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * A Matomo on loopback: takes hits, and computes its reports from them. In memory. Serves until it is closed, with daemon
 * threads alone.
 */
public final class Sandbox implements AutoCloseable {
    private final Sites sites;
    private final VisitLog visits;
    private final Server server;
    private final String token;
    private final Clock clock;

    private Sandbox(Sites sites, VisitLog visits, Server server, String token, Clock clock) {
        this.sites = sites;
        this.visits = visits;
        this.server = server;
        this.token = token;
        this.clock = clock;
    }

    /**
     * Starts to serve.
     *
     * @param port of 127.0.0.1; 0 takes any that is free
     * @param token 32 hexadecimal digits: that of a super user, and the only one there is
     * @param limit hits that are kept at most; those beyond are refused
     * @throws IOException where the port is taken
     */
    public static Sandbox start(int port, Sites sites, String token, int limit, Clock clock) throws IOException {
        return start(port, sites, token, limit, clock, hit -> {});
    }

    /**
     * Starts to serve, as above.
     *
     * @param kept told of each hit that a request brought and that was kept; {@link Recording} is one who wants to know
     */
    public static Sandbox start(int port, Sites sites, String token, int limit, Clock clock, Consumer<Hit> kept)
            throws IOException {
        VisitLog visits = new VisitLog(sites, limit);
        Gate gate = new Gate(Token.checked(token), clock);
        Wire wire = new Wire(gate, new Tracking(visits, gate, clock, kept), new ReportingApi(sites, visits, clock));
        return new Sandbox(sites, visits, Server.start(port, wire), token, clock);
    }

    /** Where it serves, such as {@code http://127.0.0.1:8080/}. */
    public String url() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    /** What it measures. */
    public Sites sites() {
        return sites;
    }

    /** Grants everything. */
    public String token() {
        return token;
    }

    /** A token that nobody can guess. */
    public static String randomToken() {
        return Token.random();
    }

    /** Tracks hits as if the token's owner had sent them now. One without {@code rec} is a hit all the same. */
    public Filled fill(Hits hits, Moving moving) {
        Sender sender = new Sender("127.0.0.1", "", "", clock.instant(), true);
        return new Filling(visits, moving, sender).fill(hits);
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        server.close();
    }
}
