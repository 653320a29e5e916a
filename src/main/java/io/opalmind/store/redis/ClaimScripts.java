package io.opalmind.store.redis;

import java.nio.charset.StandardCharsets;

/**
 * What Redis has to do in one piece: to look at a claim and change it. Each begins with a claim's key and the bytes with
 * which the claim begins ({@link io.opalmind.store.ClaimEntry#head}), and answers 1, or 0 where that is not the claim.
 */
final class ClaimScripts {
    private static final String WHERE_SAME =
            "local v=redis.call('GET',KEYS[1]) " + "if not v or string.sub(v,1,#ARGV[1])~=ARGV[1] then return 0 end ";

    /**
     * Ends a claim. Where further keys are given: the index, from which its entry goes (ARGV: member, score) unless
     * another has claimed meanwhile; and the record, without which the claim stays, since to write it may have failed.
     */
    static final byte[] END = bytes(WHERE_SAME
            + "if KEYS[3] and redis.call('EXISTS',KEYS[3])==0 then return 0 end "
            + "redis.call('DEL',KEYS[1]) "
            + "if KEYS[2] and redis.call('ZSCORE',KEYS[2],ARGV[2])==ARGV[3] then "
            + "redis.call('ZREM',KEYS[2],ARGV[2]) end return 1");

    /** Prolongs a claim. ARGV: its life in milliseconds. */
    static final byte[] RENEW = bytes(WHERE_SAME + "return redis.call('PEXPIRE',KEYS[1],ARGV[2])");

    /** Puts another claim in its place. ARGV: the most milliseconds it may have to live, else it was renewed; the other
     * claim; its life in milliseconds. */
    static final byte[] TAKE_OVER = bytes(WHERE_SAME
            + "if redis.call('PTTL',KEYS[1])>tonumber(ARGV[2]) then return 0 end "
            + "redis.call('SET',KEYS[1],ARGV[3],'PX',ARGV[4]) return 1");

    /** Of the index instead: gives a member with that score another one (ARGV: member, score, other), or removes it where
     * none is given. */
    static final byte[] REINDEX = bytes("if redis.call('ZSCORE',KEYS[1],ARGV[1])~=ARGV[2] then return 0 end "
            + "if ARGV[3] then redis.call('ZADD',KEYS[1],ARGV[3],ARGV[1]) "
            + "else redis.call('ZREM',KEYS[1],ARGV[1]) end return 1");

    private ClaimScripts() {}

    private static byte[] bytes(String script) {
        return script.getBytes(StandardCharsets.US_ASCII);
    }
}
