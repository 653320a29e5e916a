package io.opalmind.store;

/**
 * Names of the local cache's files: an entry is its key's 64-bit FNV-1a hash as 16 hexadecimal digits (a message digest
 * would cost more at start-up than the whole look-up); a temporary is {@code .}, that name, and when it was begun.
 */
final class EntryName {
    static final int LENGTH = 16;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final String DIGITS = "0123456789abcdef";

    private EntryName() {}

    static String of(byte[] key) {
        long hash = FNV_OFFSET;
        for (byte b : key) {
            hash ^= b & 0xff;
            hash *= FNV_PRIME;
        }
        StringBuilder name = new StringBuilder(LENGTH);
        for (int shift = 60; shift >= 0; shift -= 4) {
            name.append(DIGITS.charAt((int) (hash >>> shift) & 0xf));
        }
        return name.toString();
    }

    static boolean isEntry(String name) {
        return name.length() == LENGTH && isHexadecimal(name);
    }

    /**
     * A name for a temporary.
     *
     * @param begun milliseconds since the epoch; in the name, as its time stamp is set to the entry's expiry before it
     *     gets its place
     * @param nonce what tells two temporaries of one millisecond apart
     */
    static String temporary(String entry, long begun, long nonce) {
        StringBuilder name = new StringBuilder(64).append('.').append(entry);
        name.append('-').append(begun).append('-').append(Long.toHexString(nonce));
        return name.toString();
    }

    /** When the temporary of that name was begun, in milliseconds since the epoch; -1 where it is no temporary. */
    static long begun(String name) {
        int end = name.lastIndexOf('-');
        int start = LENGTH + 2;
        if (end <= start || name.charAt(0) != '.' || name.charAt(start - 1) != '-') {
            return -1;
        }
        try {
            return Long.parseLong(name, start, end, 10);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private static boolean isHexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (DIGITS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
