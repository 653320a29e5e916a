package io.opalmind.store.redis.inspect;

import java.util.Locale;

/** What can be wrong with a key. */
public enum Flaw {
    /** The value is no JSON. */
    INVALID_JSON,
    /** It is JSON, but not what stands under such a key. */
    NO_RECORD,
    /** It never ends, where it should. */
    NO_TTL,
    /** Redis keeps it for another time than the record says. */
    TTL_AGAINST_EXPIRY,
    /** A hash where a string should be, or the like. */
    WRONG_TYPE,
    /** The record is one of another key. */
    OTHER_KEY,
    /** A cached report of a kind that nobody asks for. */
    UNKNOWN_FEATURE,
    /** The key of a report, but not as anybody would look for it. */
    KEY_NOT_CANONICAL,
    /** It came from another Matomo, or by another token. */
    FOREIGN_MATOMO,
    /** A token stands in the value. */
    TOKEN_IN_VALUE,
    /** Longer than 8 MB, and so not read. */
    TOO_LONG;

    /** {@code invalid-json}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
