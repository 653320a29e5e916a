package io.opalmind.matomo.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes secrets out of a text. Every message and log line of the tool goes through one of these, whoever wrote it: a
 * library's exception may quote a URL.
 */
public final class Redactor {
    private static final String HIDDEN = "***";
    private static final String PARAMETER = "token_auth=";

    private final List<String> secrets = new ArrayList<>();

    /** @param secrets what must not be seen; in its plain and its URL-encoded form */
    public Redactor(List<String> secrets) {
        for (String secret : secrets) {
            if (!secret.isBlank()) {
                this.secrets.add(secret);
                this.secrets.add(ApiCall.encode(secret));
            }
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
            int end = at + PARAMETER.length();
            clean.append(text, from, end).append(HIDDEN);
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '*')) {
                end++;
            }
            from = end;
            at = text.indexOf(PARAMETER, from);
        }
        return clean.append(text, from, text.length()).toString();
    }
}
