package io.opalmind.matomo.track;

/** What became of a hit; the words are those of the command's JSON. */
public enum Outcome {
    /** Matomo has it. */
    DELIVERED("delivered"),
    /** A hit with its key was delivered before, so this one was not sent. */
    DUPLICATE("duplicate"),
    /** Not delivered, and kept in the queue. */
    QUEUED("queued"),
    /** Matomo refuses it, or would. */
    REJECTED("rejected"),
    /** It was sent, nobody knows whether it arrived, and the user wants it left so. */
    UNKNOWN("unknown"),
    /** Not delivered and not kept, as the user wants. */
    UNDELIVERED("undelivered"),
    /** Another process is sending a hit with that key right now. */
    HELD("held");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
