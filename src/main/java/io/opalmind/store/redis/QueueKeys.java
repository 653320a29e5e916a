package io.opalmind.store.redis;

import java.nio.charset.StandardCharsets;

/**
 * The keys of one part of a queue, a shard or the dead letters. They have one hash tag, so that a script may use them
 * together in a cluster.
 *
 * @param stream the hits
 * @param lease who delivers it, for as long as the key lives
 * @param state a hash: what became of the first hit
 * @param damaged a stream: entries that are no hits, as they were
 */
record QueueKeys(byte[] stream, byte[] lease, byte[] state, byte[] damaged) {
    static QueueKeys shard(String matomo, int shard) {
        return of(matomo, shard < 10 ? "0" + shard : Integer.toString(shard));
    }

    static QueueKeys dead(String matomo) {
        return of(matomo, "dead");
    }

    private static QueueKeys of(String matomo, String part) {
        String stream = "opalmind:queue:{" + matomo + ":" + part + "}";
        return new QueueKeys(
                bytes(stream), bytes(stream + ":lease"), bytes(stream + ":state"), bytes(stream + ":damaged"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
