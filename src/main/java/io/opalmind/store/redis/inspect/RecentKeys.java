package io.opalmind.store.redis.inspect;

/**
 * Tells keys that SCAN hands out a second time, in 1 MB for any number of keys. SCAN repeats a key only while Redis' table
 * shrinks, and then soon after: of the buckets that become one, those that were seen come right before it. So the last
 * hundred thousand keys are enough.
 */
final class RecentKeys {
    private static final int SLOTS = 1 << 17;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] slots = new long[SLOTS];

    /** Whether it was not among the last ones; from now on it is. */
    boolean add(byte[] key) {
        long hash = hash(key);
        int slot = (int) (hash >>> 40) & (SLOTS - 1);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        return true;
    }

    /** FNV-1a, stirred once more, and never 0, which is an empty slot. */
    private static long hash(byte[] key) {
        long hash = OFFSET;
        for (byte b : key) {
            hash = (hash ^ (b & 0xFF)) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * PRIME;
        return hash == 0 ? 1 : hash;
    }
}
