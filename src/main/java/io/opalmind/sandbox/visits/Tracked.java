package io.opalmind.sandbox.visits;

/** What Matomo makes of a hit. */
public enum Tracked {
    /** Kept; 200 or 204, in a bulk counted as {@code tracked}. */
    STORED,
    /** Dropped without a word: answered as if it had been kept ({@code rec} missing, an event without an action…). */
    IGNORED,
    /** Refused: 400 with Matomo's notice, in a bulk counted as {@code invalid}. */
    REFUSED,
    /** The tracker falls over: 400 alone, but a bulk that holds one is 500 and rolled back whole ({@code idgoal=1&ca=1}). */
    POISONED
}
