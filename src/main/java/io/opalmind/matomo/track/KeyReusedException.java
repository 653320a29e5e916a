package io.opalmind.matomo.track;

/** An idempotency key that stands for another hit already. */
public final class KeyReusedException extends RuntimeException {
    KeyReusedException(String key, String what) {
        super("The idempotency key '" + key + "' was used for another hit, " + what
                + ". A retry has the same key and the same hit; a new hit needs a new key.");
    }
}
