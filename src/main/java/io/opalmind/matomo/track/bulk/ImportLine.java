package io.opalmind.matomo.track.bulk;

import io.opalmind.store.KeptHit;
import org.jspecify.annotations.Nullable;

/** A line with a hit, on its way. Handed from the reader to one lane; not shared. */
final class ImportLine {
    private final long ordinal;
    private final long number;
    private final byte[] text;
    private final KeptHit hit;
    private final boolean needsToken;
    private final boolean welcomesToken;
    private final @Nullable String refusal;

    private boolean inDoubt;
    private boolean onTheWire;
    private boolean sentAgain;

    /**
     * @param ordinal in the {@link Window}
     * @param text the line as it is, for the file of refused lines
     * @param welcomesToken whether the token may write to its site
     * @param inDoubt whether it was sent before, and nobody knows whether it arrived
     */
    ImportLine(
            long ordinal,
            long number,
            byte[] text,
            KeptHit hit,
            boolean needsToken,
            boolean welcomesToken,
            boolean inDoubt) {
        this(ordinal, number, text, hit, needsToken, welcomesToken, inDoubt, null);
    }

    private ImportLine(
            long ordinal,
            long number,
            byte[] text,
            KeptHit hit,
            boolean needsToken,
            boolean welcomesToken,
            boolean inDoubt,
            @Nullable String refusal) {
        this.ordinal = ordinal;
        this.number = number;
        this.text = text;
        this.hit = hit;
        this.needsToken = needsToken;
        this.welcomesToken = welcomesToken;
        this.inDoubt = inDoubt;
        this.refusal = refusal;
    }

    /**
     * Another hit was found under this line's key, in doubt and given up by whoever sent it. It is delivered in the
     * line's place, so that it is not lost, and the line is refused.
     */
    ImportLine giveWayTo(KeptHit other, String reason) {
        return new ImportLine(ordinal, number, text, other, needsToken, welcomesToken, true, reason);
    }

    long ordinal() {
        return ordinal;
    }

    long number() {
        return number;
    }

    byte[] text() {
        return text;
    }

    KeptHit hit() {
        return hit;
    }

    boolean needsToken() {
        return needsToken;
    }

    /** Whether the token may write to its site, and so may go along. */
    boolean welcomesToken() {
        return welcomesToken;
    }

    /** Why the line is refused even where the hit in its place is delivered, or null. */
    @Nullable
    String refusal() {
        return refusal;
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    /** It was sent and not answered. */
    void doubt() {
        inDoubt = true;
    }

    /** Matomo does not have it. */
    void clear() {
        inDoubt = false;
        onTheWire = false;
    }

    /** It is being sent; until the answer says otherwise, it may have arrived. */
    void leave() {
        onTheWire = true;
    }

    /** An answer has come, of whatever kind. */
    void comeBack() {
        onTheWire = false;
    }

    /** Whether it may have arrived without anyone having said so. */
    boolean mayHaveArrived() {
        return inDoubt || onTheWire;
    }

    boolean isSentAgain() {
        return sentAgain;
    }

    /** It is sent again, although it may have arrived. */
    void sendAgain() {
        sentAgain = true;
    }
}
