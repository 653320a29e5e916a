package io.opalmind.matomo.track.bulk;

/**
 * A line whose key another process holds.
 *
 * @param owner who, for messages
 * @param until when its lease ends, by {@link System#nanoTime}
 */
record HeldLine(ImportLine line, String owner, long until) {}
