package io.opalmind.store;

/**
 * SHA-256 (FIPS 180-4), to name files by. The JDK's own costs 14 ms at the start of a process, as it looks for providers
 * and their signatures; this costs a fifth of a millisecond. Nothing secret depends on it.
 */
final class Sha256 {
    private static final int BLOCK = 64;
    private static final int[] ROUND = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    private final int[] state = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
    private final int[] words = new int[BLOCK];

    private Sha256() {}

    /** Eight words of 32 bits. */
    static int[] of(byte[] content) {
        Sha256 hash = new Sha256();
        byte[] padded = padded(content);
        for (int at = 0; at < padded.length; at += BLOCK) {
            hash.take(padded, at);
        }
        return hash.state;
    }

    /** A one, zeros, and the length in bits: whole blocks. */
    private static byte[] padded(byte[] content) {
        int blocks = (content.length + 8) / BLOCK + 1;
        byte[] padded = new byte[blocks * BLOCK];
        System.arraycopy(content, 0, padded, 0, content.length);
        padded[content.length] = (byte) 0x80;
        long bits = content.length * 8L;
        for (int i = 1; i <= 8; i++) {
            padded[padded.length - i] = (byte) bits;
            bits >>>= 8;
        }
        return padded;
    }

    private void take(byte[] bytes, int at) {
        spread(bytes, at);
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < BLOCK; i++) {
            int high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
            int first = h + high + ((e & f) ^ (~e & g)) + ROUND[i] + words[i];
            int low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
            int second = low + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        int[] mixed = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < mixed.length; i++) {
            state[i] += mixed[i];
        }
    }

    private void spread(byte[] bytes, int at) {
        for (int i = 0; i < 16; i++) {
            int from = at + 4 * i;
            words[i] = bytes[from] << 24
                    | (bytes[from + 1] & 0xff) << 16
                    | (bytes[from + 2] & 0xff) << 8
                    | (bytes[from + 3] & 0xff);
        }
        for (int i = 16; i < BLOCK; i++) {
            int early = words[i - 15];
            int late = words[i - 2];
            words[i] = words[i - 16]
                    + (turned(early, 7) ^ turned(early, 18) ^ early >>> 3)
                    + words[i - 7]
                    + (turned(late, 17) ^ turned(late, 19) ^ late >>> 10);
        }
    }

    private static int turned(int word, int by) {
        return word >>> by | word << (32 - by);
    }
}
