package io.opalmind.health;

/** What came of one check. */
public enum CheckStatus {
    PASS("pass", 0),
    WARN("warn", 1),
    FAIL("fail", 2);

    private final String word;
    private final int level;

    CheckStatus(String word, int level) {
        this.word = word;
        this.level = level;
    }

    /** As it stands in JSON. */
    public String word() {
        return word;
    }

    /** 0 to 2, the worst last. */
    public int level() {
        return level;
    }

    /** The graver of both. */
    CheckStatus or(CheckStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
