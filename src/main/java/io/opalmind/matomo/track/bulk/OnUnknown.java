package io.opalmind.matomo.track.bulk;

import java.util.Locale;

/** What to do with hits that were sent and of which nobody knows whether they arrived. */
public enum OnUnknown {
    /** Ask Matomo's visits log; what it cannot tell is sent again, and counted as possibly doubled. */
    VERIFY,
    /** Send again, and count as possibly doubled. */
    RESEND,
    /** Leave it at that, and count as unknown. */
    SKIP;

    /**
     * The choice of that name, in lower case.
     *
     * @throws IllegalArgumentException where there is none; its message names them all
     */
    public static OnUnknown named(String word) {
        for (OnUnknown choice : values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(word)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("No way '" + word + "'. Choose one of verify, resend, skip.");
    }
}
