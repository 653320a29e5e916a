package io.opalmind.store.redis.inspect;

import io.opalmind.store.StoreException;

/** What an error of Redis means for what is still to be asked. */
enum Refusal {
    /** Of the command itself, so it need not be tried again. */
    COMMAND,
    /** Of this key alone. */
    KEY,
    /** It is something else. */
    NONE;

    static Refusal of(StoreException error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("NOPERM")) {
            return message.contains("keys") || message.contains("a key") ? KEY : COMMAND;
        }
        boolean unknown = message.startsWith("ERR unknown") || message.startsWith("ERR Unknown");
        // OBJECT IDLETIME is not kept where keys are evicted by how often they are used.
        boolean notKept = message.contains("LFU");
        if (unknown || notKept) {
            return COMMAND;
        }
        return message.startsWith("WRONGTYPE") ? KEY : NONE;
    }
}
