package io.opalmind.matomo.track;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** What is derived of a hit and its key by SHA-256. */
final class HitDigest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int FINGERPRINT_BYTES = 8;

    /** What says nothing of the hit: everyone puts them on, or they only keep caches away. */
    private static final String[] NO_CONTENT = {"rec", "apiv", "send_image", "rand"};

    private HitDigest() {}

    /** 16 hexadecimal digits over what was given; the order does not matter. */
    static String fingerprint(String matomo, Map<String, String> given) {
        Map<String, String> sorted = new TreeMap<>(given);
        for (String name : NO_CONTENT) {
            sorted.remove(name);
        }
        StringBuilder text = new StringBuilder(256).append(matomo);
        for (Map.Entry<String, String> parameter : sorted.entrySet()) {
            text.append('&').append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
        }
        return hex(sha256(text.toString()), FINGERPRINT_BYTES);
    }

    /** So many digits and letters, the same ones for the same text. */
    static String alphanumeric(String text, int length) {
        byte[] digest = sha256(text);
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            // Of two bytes, so that no letter is noticeably rarer than another.
            int number = ((digest[2 * i] & 0xFF) << 8) | (digest[2 * i + 1] & 0xFF);
            letters.append(ALPHABET.charAt(number % ALPHABET.length()));
        }
        return letters.toString();
    }

    static String hex(byte[] bytes, int length) {
        StringBuilder hex = new StringBuilder(2 * length);
        for (int i = 0; i < length; i++) {
            hex.append(Character.forDigit((bytes[i] >> 4) & 0xF, 16)).append(Character.forDigit(bytes[i] & 0xF, 16));
        }
        return hex.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
