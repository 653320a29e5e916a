package io.opalmind.health;

import java.util.List;

/** What all checks together say. */
public enum Verdict {
    HEALTHY("healthy", 0),
    /** The tool serves, but something wants to be looked at. */
    DEGRADED("degraded", 1),
    /** The tool does not serve, or not all of it. */
    UNHEALTHY("unhealthy", 2);

    private final String word;
    private final int level;

    Verdict(String word, int level) {
        this.word = word;
        this.level = level;
    }

    /** As it stands in JSON. */
    public String word() {
        return word;
    }

    /** 0 to 2, the worst last; the exit code that says so. */
    public int level() {
        return level;
    }

    /** A failed check is unhealthy, a warning degraded; without its Redis the tool still serves. */
    static Verdict of(List<Check> checks) {
        Verdict verdict = HEALTHY;
        for (Check check : checks) {
            Verdict one = of(check);
            verdict = one.compareTo(verdict) > 0 ? one : verdict;
        }
        return verdict;
    }

    private static Verdict of(Check check) {
        return switch (check.status()) {
            case PASS -> HEALTHY;
            case WARN -> DEGRADED;
            case FAIL -> check.name().equals(RedisProbe.NAME) ? DEGRADED : UNHEALTHY;
        };
    }
}
