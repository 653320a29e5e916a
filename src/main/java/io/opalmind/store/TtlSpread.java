package io.opalmind.store;

/**
 * How times to live spread, in milliseconds, of any number of entries in 15 KB: the least and the greatest exactly, the
 * median to a thirtieth part.
 */
public final class TtlSpread {
    private static final int EXACT = 64;
    private static final int PARTS = 32;
    private static final int BUCKETS = EXACT + (Long.SIZE - 7) * PARTS;

    private final long[] counts = new long[BUCKETS];
    private long number;
    private long least = Long.MAX_VALUE;
    private long greatest;

    void add(long millis) {
        counts[bucket(millis)]++;
        number++;
        least = Math.min(least, millis);
        greatest = Math.max(greatest, millis);
    }

    public boolean isEmpty() {
        return number == 0;
    }

    /** Without meaning where it is empty, as are the other two. */
    public long min() {
        return least;
    }

    public long max() {
        return greatest;
    }

    public long median() {
        long before = 0;
        for (int i = 0; i < BUCKETS; i++) {
            before += counts[i];
            if (before * 2 >= number) {
                return Math.max(least, Math.min(greatest, middle(i)));
            }
        }
        return greatest;
    }

    /** Each doubling of the time has 32 buckets; below 64 ms each millisecond has its own. */
    private static int bucket(long millis) {
        if (millis < EXACT) {
            return (int) Math.max(0, millis);
        }
        int exponent = 63 - Long.numberOfLeadingZeros(millis);
        int part = (int) (millis >>> (exponent - 5)) & (PARTS - 1);
        return EXACT + (exponent - 6) * PARTS + part;
    }

    private static long middle(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int exponent = (bucket - EXACT) / PARTS + 6;
        long part = PARTS + (bucket - (long) EXACT) % PARTS;
        return (part << (exponent - 5)) + (1L << (exponent - 6));
    }
}
