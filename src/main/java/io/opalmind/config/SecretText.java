package io.opalmind.config;

/** What a secret's text may consist of. */
final class SecretText {
    private SecretText() {}

    /** Line ends, tabs and the like, which come from a bad copy and would break headers and protocols. */
    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of it is printable ASCII without blanks, as every token of Matomo is. */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
