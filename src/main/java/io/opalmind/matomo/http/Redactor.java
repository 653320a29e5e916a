package io.opalmind.matomo.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes secrets out of a text. Every message and log line of the tool goes through one of these, whoever wrote it: a
 * library's exception may quote a URL.
 */
public final class Redactor {
    private static final String HIDDEN = "***";
    private static final String PARAMETER = "token_auth";

    private final List<String> secrets = new ArrayList<>();

    /** @param secrets what must not be seen; in its plain and its URL-encoded form */
    public Redactor(List<String> secrets) {
        for (String secret : secrets) {
            if (!secret.isBlank()) {
                add(secret);
                String encoded = ApiCall.encode(secret);
                add(encoded);
                add(encoded.replace("+", "%20"));
            }
        }
    }

    /** Longer ones first: a secret that is part of another would leave the other's rest to be read. */
    private void add(String secret) {
        int at = 0;
        while (at < secrets.size() && secrets.get(at).length() >= secret.length()) {
            at++;
        }
        if (!secrets.contains(secret)) {
            secrets.add(at, secret);
        }
    }

    public String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, HIDDEN);
        }
        return withoutTokenParameters(clean);
    }

    /** Also a token that is not ours, such as Matomo puts into the image URLs of its answers. */
    private static String withoutTokenParameters(String text) {
        int at = text.indexOf(PARAMETER);
        if (at < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int start = valueAt(text, at + PARAMETER.length());
            int end = start;
            while (start > at + PARAMETER.length() && end < text.length() && isOfToken(text.charAt(end))) {
                end++;
            }
            clean.append(text, from, start).append(end > start ? HIDDEN : "");
            from = end;
            at = text.indexOf(PARAMETER, from);
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Where the value begins behind {@code =}, be it encoded once or twice; without one, behind the name. */
    private static int valueAt(String text, int behind) {
        for (String equals : new String[] {"=", "%3D", "%3d", "%253D", "%253d"}) {
            if (text.startsWith(equals, behind)) {
                return behind + equals.length();
            }
        }
        return behind;
    }

    private static boolean isOfToken(char c) {
        return Character.isLetterOrDigit(c) || c == '*' || c == '_' || c == '-';
    }
}
