package io.opalmind.matomo.track;

import java.util.List;

/** A hit that Matomo would drop without a word, or refuse without a reason; so it is not sent. */
public final class HitRefusedException extends RuntimeException {
    private final transient List<HitFault> faults;

    public HitRefusedException(List<HitFault> faults) {
        super(words(faults));
        this.faults = faults;
    }

    private static String words(List<HitFault> faults) {
        StringBuilder words = new StringBuilder("Not sent, as Matomo would not store it.");
        for (HitFault fault : faults) {
            words.append(' ').append(fault.message());
        }
        return words.toString();
    }

    public List<HitFault> faults() {
        return faults;
    }
}
