package io.opalmind.store.redis.inspect;

/**
 * A command that was slow.
 *
 * @param server host and port
 * @param at seconds since the epoch
 * @param micros how long Redis was at it, waiting not included
 * @param command its words, without secrets, cut where they are long
 * @param client host and port of who sent it; empty where Redis does not say
 * @param advice what to do about it
 */
public record SlowCommand(String server, long id, long at, long micros, String command, String client, String advice) {}
