package io.opalmind.store.redis.audit;

import java.util.Locale;

/** The commands with which a client can do the most harm, none of which this tool sends. */
enum Dangerous {
    FLUSHALL("", "keyspace write"),
    FLUSHDB("", "keyspace write"),
    SWAPDB("", "keyspace write"),
    MIGRATE("", "keyspace write"),
    KEYS("", "keyspace read"),
    CONFIG("set", "admin"),
    ACL("setuser", "admin"),
    DEBUG("", "admin"),
    MODULE("load", "admin"),
    REPLICAOF("", "admin"),
    SHUTDOWN("", "admin");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String sub;
    private final String categories;

    /**
     * @param sub the second word that makes it dangerous, or nothing for all of it
     * @param categories of ACL, besides those that all of them are in
     */
    Dangerous(String sub, String categories) {
        this.sub = sub;
        this.categories = " " + categories + " ";
    }

    /** As ACL rules write it. */
    String word() {
        return word;
    }

    /** As a person reads it: {@code CONFIG SET}. */
    String label() {
        return sub.isEmpty() ? name() : name() + " " + sub.toUpperCase(Locale.ROOT);
    }

    boolean isIn(String category) {
        return category.equals("all")
                || category.equals("slow")
                || category.equals("dangerous")
                || categories.contains(" " + category + " ");
    }

    /** Whether a rule without its sign, {@code config|set} for one, means this command. */
    boolean isMeantBy(String rule) {
        return rule.equals(word) || rule.equals(word + "|" + sub);
    }
}
