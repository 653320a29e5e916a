package io.opalmind.store.redis;

import java.nio.charset.StandardCharsets;

/**
 * The keys of one part of a queue, a shard or the dead letters. They have one hash tag, so that a script may use them
 * together in a cluster.
 */
final class QueueKeys {
    private final String stream;

    private QueueKeys(String stream) {
        this.stream = stream;
    }

    static QueueKeys shard(String matomo, int shard) {
        return of(matomo, shard < 10 ? "0" + shard : Integer.toString(shard));
    }

    static QueueKeys dead(String matomo) {
        return of(matomo, "dead");
    }

    private static QueueKeys of(String matomo, String part) {
        return new QueueKeys("opalmind:queue:{" + matomo + ":" + part + "}");
    }

    /** For messages, and to say where an entry stands. */
    String name() {
        return stream;
    }

    /** The hits. */
    byte[] stream() {
        return bytes(stream);
    }

    /** Who delivers it, for as long as the key lives. */
    byte[] lease() {
        return bytes(stream + ":lease");
    }

    /** A hash: what became of the first hit. */
    byte[] state() {
        return bytes(stream + ":state");
    }

    /** A stream: entries that are no hits, as they were. */
    byte[] damaged() {
        return bytes(stream + ":damaged");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
