package io.opalmind.store;

/**
 * The names that reports are cached and counted under: 1 to 64 letters and digits of ASCII ({@code popularUrls}). Stores
 * put them into lines and keys, where anything else could pass for a separator.
 */
public final class FeatureName {
    private static final int MAX_LENGTH = 64;

    private FeatureName() {}

    public static boolean isValid(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isLetterOrDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * That name, where it is one.
     *
     * @throws StoreException where it is none
     */
    public static String check(String name) {
        if (!isValid(name)) {
            throw new StoreException(
                    "A feature's name is 1 to " + MAX_LENGTH + " letters and digits; nothing was counted.", null);
        }
        return name;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
