package io.opalmind.matomo.track.bulk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the members of one line, and the idempotency key where one is to be there. */
final class LineHit {
    private final @Nullable String keyField;
    private Map<String, String> members = new LinkedHashMap<>();
    private @Nullable String key;

    /** @param keyField the member that holds the key, or null */
    LineHit(@Nullable String keyField) {
        this.keyField = keyField;
    }

    /** Begins a line. */
    LineHit begin() {
        members = new LinkedHashMap<>(32);
        key = null;
        return this;
    }

    /** Of a repeated name the last counts, as in PHP. A token in a line is not taken: it is ours that is sent. */
    void put(String name, String value) {
        if (name.equals(keyField)) {
            key = value;
        }
        if (!name.equals("token_auth")) {
            members.put(name, value);
        }
    }

    Map<String, String> members() {
        return members;
    }

    /** The key, or null where the line has none. */
    @Nullable
    String key() {
        return key;
    }
}
