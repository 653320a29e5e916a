package io.opalmind.matomo.track.bulk;

/** What became of a line. The letters stand in journals. */
enum Outcome {
    DELIVERED('d'),
    /** Delivered, and sent a second time without it being known whether the first one had arrived. */
    DELIVERED_PERHAPS_TWICE('p'),
    /** The key's hit was delivered before, or by another line. */
    DUPLICATE('k'),
    /** Not delivered, and never will be. */
    REFUSED('r'),
    /** It may have been delivered or not. */
    UNKNOWN('u');

    private final char letter;

    Outcome(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static Outcome of(char letter) {
        for (Outcome outcome : values()) {
            if (outcome.letter == letter) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome " + letter);
    }
}
