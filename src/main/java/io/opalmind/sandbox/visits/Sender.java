package io.opalmind.sandbox.visits;

import java.time.Instant;

/**
 * Who sent a hit, and when it arrived.
 *
 * @param ip textual address of the connection
 * @param userAgent the request's header, empty where it had none; a hit's {@code ua} wins
 * @param language the request's {@code Accept-Language}, empty where it had none; a hit's {@code lang} wins
 * @param trusted whether the request came with a token that may write: only then do {@code cip} and an old {@code cdt} count
 */
public record Sender(String ip, String userAgent, String language, Instant received, boolean trusted) {}
