package io.opalmind.store.redis.audit;

import io.opalmind.store.redis.SignIn;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells its user.
 *
 * @param server host and port
 * @param info members of INFO; empty where it is not told
 * @param config settings by name; those that are not told are missing
 * @param cluster members of CLUSTER INFO; empty where it is none, or not told
 * @param client members of CLIENT INFO, about our own connection
 * @param own the user that we are, or null where that is not told
 * @param judged the user whose rights are looked at, or null where that is not told
 * @param byDefault the user that those are who do not sign in, or null where that is not told
 * @param missing dangerous commands that this server does not have under their names
 */
record ServerView(
        String server,
        SignIn signIn,
        Map<String, String> info,
        Map<String, String> config,
        Map<String, String> cluster,
        Map<String, String> client,
        @Nullable AclUser own,
        @Nullable AclUser judged,
        @Nullable AclUser byDefault,
        Set<Dangerous> missing) {

    @Nullable
    String info(String member) {
        return info.get(member);
    }

    @Nullable
    Long number(String member) {
        return number(info, member);
    }

    @Nullable
    String config(String name) {
        return config.get(name);
    }

    /** A setting that is a whole number. */
    @Nullable
    Long setting(String name) {
        return number(config, name);
    }

    static @Nullable Long number(Map<String, String> members, String name) {
        String digits = members.get(name);
        try {
            return digits == null ? null : Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Those that are connected; none where it is not told. */
    long replicas() {
        Long connected = number("connected_slaves");
        return connected == null ? 0 : connected;
    }

    /** The name of maxmemory-policy, or null where it is not told. */
    @Nullable
    String policy() {
        String told = info("maxmemory_policy");
        return told == null ? config("maxmemory-policy") : told;
    }

    /** Bytes of maxmemory, 0 for no limit, or null where it is not told. */
    @Nullable
    Long limit() {
        Long told = number("maxmemory");
        return told == null ? setting("maxmemory") : told;
    }

    boolean isCluster() {
        return "cluster".equals(info("redis_mode"));
    }
}
