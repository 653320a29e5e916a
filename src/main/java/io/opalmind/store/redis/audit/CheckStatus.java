package io.opalmind.store.redis.audit;

import java.util.Locale;

/** What came of a check. */
public enum CheckStatus {
    PASS,
    /** Worth a look. */
    WARN,
    /** To be put right before it serves in production. */
    FAIL,
    /** Redis does not tell its user, or not in this version. */
    UNKNOWN;

    /** In lower case, as it is printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
