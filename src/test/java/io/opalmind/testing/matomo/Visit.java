package io.opalmind.testing.matomo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one visitor does until half an hour passes without a word. */
final class Visit {
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final int id;
    private final String site;
    private final String visitor;
    private final List<StoredHit> hits = new ArrayList<>(1);
    private Instant first;
    private Instant last;

    Visit(int id, String site, String visitor, Instant start) {
        this.id = id;
        this.site = site;
        this.visitor = visitor;
        this.first = start;
        this.last = start;
    }

    /** 16 hex digits; a user's own id wins over the browser's, as in Matomo 5. */
    static String visitor(Map<String, String> hit) {
        String user = hit.getOrDefault("uid", "");
        if (!user.isEmpty()) {
            return hash(user);
        }
        for (String name : new String[] {"cid", "_id"}) {
            String id = hit.getOrDefault(name, "");
            if (!id.isEmpty()) {
                return id.toLowerCase(Locale.ROOT);
            }
        }
        return hash(hit.getOrDefault("cip", "") + " " + hit.getOrDefault("ua", ""));
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean covers(Instant at) {
        return !at.isBefore(first.minus(PAUSE)) && !at.isAfter(last.plus(PAUSE));
    }

    synchronized void add(StoredHit hit) {
        hits.add(hit);
        first = hit.at().isBefore(first) ? hit.at() : first;
        last = hit.at().isAfter(last) ? hit.at() : last;
    }

    int id() {
        return id;
    }

    String site() {
        return site;
    }

    String visitor() {
        return visitor;
    }

    synchronized Instant first() {
        return first;
    }

    synchronized Instant last() {
        return last;
    }

    synchronized List<StoredHit> hits() {
        return List.copyOf(hits);
    }
}
