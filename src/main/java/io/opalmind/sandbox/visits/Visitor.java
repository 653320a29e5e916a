package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.site.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a hit, as far as it tells.
 *
 * @param id 16 hexadecimal digits, of {@code uid}, {@code cid} or {@code _id}; null where the hit names none
 * @param forced whether the id alone decides, as with {@code cid}
 * @param fingerprint of site, day, address, browser and language: who is taken for the same where ids do not tell
 */
record Visitor(int site, @Nullable String id, @Nullable String userId, boolean forced, String fingerprint) {
    private static final int DIGITS = 16;

    static Visitor of(Hit hit, Site site, Instant at) {
        String user = Texts.lineOrNull(hit.get("uid"));
        String forced = hit.get("cid");
        String id = user == null ? digits(forced == null ? hit.get("_id") : forced) : hash(user);
        return new Visitor(site.id(), id, user, user == null && forced != null, fingerprint(hit, site, at));
    }

    /** The leading 16 hexadecimal digits in lower case; null where there are none. */
    static @Nullable String digits(@Nullable String id) {
        if (id == null || id.length() < DIGITS) {
            return null;
        }
        String digits = id.substring(0, DIGITS).toLowerCase(Locale.ROOT);
        for (int i = 0; i < DIGITS; i++) {
            if (!HexFormat.isHexDigit(digits.charAt(i))) {
                return null;
            }
        }
        return digits;
    }

    private static String fingerprint(Hit hit, Site site, Instant at) {
        long day = at.atZone(site.zone()).toLocalDate().toEpochDay();
        return site.id() + "\n" + day + "\n" + Browser.ip(hit) + "\n" + Browser.agent(hit) + "\n"
                + Browser.languages(hit);
    }

    /** The first 16 digits of the text's SHA-1, which is what Matomo makes of a user id. */
    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGITS / 2);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
