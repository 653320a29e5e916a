package io.opalmind.sandbox;

import java.security.SecureRandom;

/** The one token of a sandbox, in the shape of Matomo's: 32 hexadecimal digits. */
final class Token {
    private static final int BYTES = 16;

    private Token() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        StringBuilder text = new StringBuilder(2 * BYTES);
        for (byte one : bytes) {
            text.append(Character.forDigit(one >> 4 & 0xf, 16)).append(Character.forDigit(one & 0xf, 16));
        }
        return text.toString();
    }

    static String checked(String token) {
        if (token.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a token has 32 hexadecimal digits");
        }
        for (int i = 0; i < token.length(); i++) {
            if (Character.digit(token.charAt(i), 16) < 0 || token.charAt(i) > 'f') {
                throw new IllegalArgumentException("a token has 32 hexadecimal digits");
            }
        }
        return token;
    }
}
